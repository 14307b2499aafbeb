package io.calque.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Fetches a small stand-in for a JDK by {@code scripts/jdk.sh}, from a file. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "scripts/jdk.sh is for POSIX shells; Windows has scripts/jdk.ps1")
class FetchTest {
    private static final Path SCRIPT =
            Path.of("../scripts/jdk.sh").toAbsolutePath().normalize();

    @TempDir
    private Path folder = Path.of("");

    private Path archive = Path.of("");

    private record Ended(int status, String said) {}

    @BeforeEach
    void packAJdk() throws IOException, InterruptedException {
        Path bin = Files.createDirectories(folder.resolve("jdk-25/bin"));
        for (String tool : List.of("java", "javac")) {
            Path file = Files.writeString(bin.resolve(tool), "#!/bin/sh\n");
            assertThat(file.toFile().setExecutable(true)).isTrue();
        }
        Files.writeString(folder.resolve("jdk-25/release"), "JAVA_VERSION=\"25.0.4\"\n");
        archive = folder.resolve("temurin.tar.gz");
        assertThat(run("tar -czf temurin.tar.gz jdk-25").status()).isZero();
    }

    @Test
    void what_the_table_promises_is_unpacked_into_the_cache()
            throws IOException, InterruptedException, NoSuchAlgorithmException {
        Ended ended = fetch(archive.toUri().toString(), sum(archive));
        assertThat(ended.status()).as(ended.said()).isZero();
        assertThat(cached()).containsExactly("temurin");
    }

    @Test
    void another_checksum_is_refused_and_leaves_nothing() throws IOException, InterruptedException {
        Ended ended = fetch(archive.toUri().toString(), "0".repeat(64));
        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.said()).contains("refused", "expected SHA-256 000000");
        assertThat(cached()).isEmpty();
    }

    @Test
    void an_archive_without_a_jdk_is_refused() throws IOException, InterruptedException, NoSuchAlgorithmException {
        Files.writeString(folder.resolve("jdk-25/release"), "JAVA_VERSION=\"21.0.1\"\n");
        assertThat(run("tar -czf old.tar.gz jdk-25").status()).isZero();
        Path old = folder.resolve("old.tar.gz");
        Ended ended = fetch(old.toUri().toString(), sum(old));
        assertThat(ended.said()).contains("holds no JDK 25");
        assertThat(cached()).isEmpty();
    }

    @Test
    void an_address_with_nothing_behind_it_is_told() throws IOException, InterruptedException {
        Ended ended = fetch(folder.resolve("none.tar.gz").toUri().toString(), "0".repeat(64));
        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.said()).contains("could not fetch it");
    }

    @Test
    void the_table_names_an_address_and_a_checksum_for_every_platform() throws IOException {
        List<String> rows = Files.readAllLines(SCRIPT.resolveSibling("jdk.tsv")).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
        assertThat(rows)
                .hasSizeGreaterThan(5)
                .allMatch(row -> row.matches("[a-z-]+\\t[a-z0-9]+\\thttps://\\S+\\t[0-9a-f]{64}"));
    }

    private Ended fetch(String address, String sum) throws IOException, InterruptedException {
        return run(". '" + SCRIPT + "'; calque_fetch_jdk '" + address + "' " + sum);
    }

    private Ended run(String command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", command)
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }

    private List<String> cached() throws IOException {
        Path cache = folder.resolve("cache/calque/jdk");
        if (!Files.isDirectory(cache)) {
            return List.of();
        }
        try (Stream<Path> inside = Files.list(cache)) {
            return inside.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    private static String sum(Path file) throws IOException, NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
