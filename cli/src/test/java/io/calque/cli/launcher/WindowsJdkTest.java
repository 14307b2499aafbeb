package io.calque.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What calque.cmd leaves to PowerShell, run by a real PowerShell engine; the rest of calque.cmd needs a Windows. */
@Tag("integration")
@Tag("lab")
class WindowsJdkTest {
    private static final Path SCRIPT =
            Path.of("../scripts/jdk.ps1").toAbsolutePath().normalize();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_jdk_25_is_found_in_its_usual_place_and_an_older_one_is_not() throws IOException, InterruptedException {
        jdk("jdk-25.0.4-old", "21.0.1");
        Path wanted = jdk("jdk-25.0.4", "25.0.4");

        Answer answer = run("find");

        assertThat(answer.status()).as(answer.text()).isZero();
        assertThat(answer.text().strip()).isEqualTo(wanted.toString());
    }

    @Test
    void where_there_is_none_it_says_what_it_would_fetch_and_fetches_nothing_unasked()
            throws IOException, InterruptedException {
        Answer answer = run("find");

        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.text()).contains("no JDK 25 found", "windows_hotspot", "CALQUE_FETCH_JDK=1");
        assertThat(folder.resolve("local")).doesNotExist();
    }

    @Test
    void a_checkout_is_stale_without_a_build_and_when_a_source_is_newer() throws IOException, InterruptedException {
        Path root = Files.createDirectories(folder.resolve("checkout"));
        Files.createDirectories(root.resolve("core/src/main/java"));
        Files.createDirectories(root.resolve("scripts"));
        for (String file : List.of("pom.xml", "scripts/Dist.java", "core/pom.xml", "core/src/main/java/A.java")) {
            Files.writeString(root.resolve(file), "");
        }
        assertThat(run("stale", root.toString()).status()).isEqualTo(1);

        Path jar = root.resolve("target/dist/lib/calque.jar");
        Files.createDirectories(jar.getParent());
        Files.writeString(jar, "");
        assertThat(run("stale", root.toString()).status()).isZero();

        Files.setLastModifiedTime(
                root.resolve("core/src/main/java/A.java"),
                java.nio.file.attribute.FileTime.fromMillis(
                        Files.getLastModifiedTime(jar).toMillis() + 5000));
        assertThat(run("stale", root.toString()).status()).isEqualTo(1);
    }

    private Path jdk(String name, String version) throws IOException {
        Path jdk = folder.resolve("programs/Eclipse Adoptium").resolve(name);
        Files.createDirectories(jdk.resolve("bin"));
        Files.writeString(jdk.resolve("bin/javac.exe"), "");
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        return jdk;
    }

    private record Answer(int status, String text) {}

    private Answer run(String... arguments) throws IOException, InterruptedException {
        String lab = System.getenv("CALQUE_LAB");
        Assumptions.assumeTrue(
                lab != null && Files.isExecutable(Path.of(lab)),
                "the PowerShell lab is not there: set CALQUE_LAB to its program, ps-lab");
        List<String> command = new java.util.ArrayList<>(List.of(String.valueOf(lab), "run", SCRIPT.toString(), "--"));
        command.addAll(List.of(arguments));
        Path out = folder.resolve("out.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(Files.writeString(folder.resolve("in.txt"), "").toFile())
                .redirectOutput(out.toFile());
        builder.environment()
                .putAll(Map.of(
                        "LOCALAPPDATA", folder.resolve("local").toString(),
                        "ProgramFiles", folder.resolve("programs").toString(),
                        "USERPROFILE", folder.resolve("home").toString()));
        builder.environment().remove("CALQUE_FETCH_JDK");
        return new Answer(builder.start().waitFor(), Files.readString(out));
    }
}
