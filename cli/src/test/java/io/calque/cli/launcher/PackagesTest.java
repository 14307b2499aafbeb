package io.calque.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The packages of the last {@code ./check --dist}, installed and used in a bare Debian root without a network. */
@Tag("integration")
@Tag("packages")
@EnabledOnOs(value = OS.LINUX, disabledReason = "packages are installed with dpkg and rpm, on Linux")
class PackagesTest {
    private static final int NOT_HERE = 77;

    @Test
    void packages_are_installed_used_and_removed_without_a_network() throws IOException, InterruptedException {
        Path root = Path.of("..").toAbsolutePath().normalize();
        Process process = new ProcessBuilder("bash", "scripts/try-packages.sh", "target/packages")
                .directory(root.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.waitFor();

        Assumptions.assumeTrue(status != NOT_HERE, said.strip());
        assertThat(status).as(said).isZero();
        assertThat(said).contains("deb: installed, used and removed");
    }
}
