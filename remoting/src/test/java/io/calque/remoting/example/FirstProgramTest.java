package io.calque.remoting.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.calque.remoting.lab.HttpsLab;
import io.calque.remoting.lab.Lab;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstProgramTest {
    private static final Path SOURCE = Path.of("src/test/java/io/calque/remoting/example/FirstProgram.java");

    @Test
    void the_readme_shows_the_program_as_it_is() throws Exception {
        String program = Files.readString(SOURCE);
        String body = program.substring(program.indexOf("        HttpsUrl url"), program.lastIndexOf("    }\n}"))
                .stripTrailing()
                .stripIndent();

        assertThat(Files.readString(Path.of("README.md"))).contains("```java\n" + body + "\n```");
        assertThat(body.lines()).hasSizeLessThanOrEqualTo(15);
    }

    @Test
    @Tag("integration")
    @Tag("lab")
    void it_runs(@TempDir Path folder) throws Exception {
        PrintStream before = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (HttpsLab lab = HttpsLab.serve(Lab.in(folder, 5), folder, "-Auth", "negotiate,ntlm")) {
            Path certificate = Files.write(folder.resolve("server.pem"), lab.certificate());
            System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
            FirstProgram.main(new String[] {lab.url(), certificate.toString(), HttpsLab.USER, HttpsLab.PASSWORD});
        } finally {
            System.setOut(before);
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("sip:ann@contoso.com");
    }
}
