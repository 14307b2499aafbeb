package io.calque.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program at a pseudo-terminal, which {@code script} (util-linux) makes. */
@Tag("integration")
@Tag("terminal")
class PromptTest {
    private static final String TYPED = "Passw0rd!Typed";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_password_is_asked_for_and_never_shown() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "no pseudo-terminal: install util-linux's script");
        Files.writeString(folder.resolve("calque.yaml"), """
                product: lync-2010
                people:
                  ldap:
                    servers: ["127.0.0.1:9"]
                    login: {simple: {user: ann@contoso.com, passwordFrom: prompt}}
                """);
        Files.writeString(folder.resolve("policies.yaml"), "conferencing: {}\n");
        Files.writeString(folder.resolve("assignments.yaml"), "personas: {}\nrules: []\n");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String program =
                java + " -cp '" + System.getProperty("java.class.path") + "' io.calque.cli.Main directory " + folder;
        Path told = folder.resolve("told.txt");
        Process process = new ProcessBuilder("script", "-qec", program, "/dev/null")
                .redirectErrorStream(true)
                .redirectOutput(told.toFile())
                .start();
        try (OutputStream typing = process.getOutputStream()) {
            for (int i = 0;
                    i < 600 && !Files.readString(told).contains("Password of ann@contoso.com for 127.0.0.1:");
                    i++) {
                Thread.sleep(100);
            }
            typing.write((TYPED + "\n").getBytes(StandardCharsets.UTF_8));
            typing.flush();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(Files.readString(told))
                .contains("Password of ann@contoso.com for 127.0.0.1:", "CQ702 127.0.0.1:9 does not answer")
                .doesNotContain(TYPED);
        assertThat(process.exitValue()).isEqualTo(2);
    }
}
