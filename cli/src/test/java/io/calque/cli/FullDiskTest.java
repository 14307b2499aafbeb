package io.calque.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run whose journal can't grow any more, as on a full disk: the shell limits the size of files for it. */
class FullDiskTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    @Tag("raises-CQ615")
    @Tag("spares-CQ615")
    void a_run_that_can_not_be_recorded_breaks_off_and_says_how_to_go_on() throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "the limit is set by bash");
        SlowCompany company = new SlowCompany(folder, 20);
        company.write();
        assertThat(company.run("plan", "w", "-o", "w.plan")).isZero();
        company.delay(700);

        Process limited = limited(9, "apply", "w.plan");

        assertThat(limited.waitFor()).isEqualTo(1);
        String printed = Files.readString(folder.resolve("out.txt"));
        String run = onlyRun();
        assertThat(printed)
                .contains(
                        "error CQ615 the run " + run + " broke off: can't write .calque/runs/" + run
                                + ".jsonl: File too large",
                        "--resume " + run)
                .doesNotContain("CQ901", "Exception");

        company.delay(0);
        assertThat(company.run("apply", "w.plan", "--resume", run))
                .as(company.printed())
                .isZero();
        assertThat(company.printed()).contains("21 steps applied").doesNotContain("CQ615");
        assertThat(company.run("drift", "w")).isZero();
    }

    private Process limited(int kilobytes, String... arguments) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(List.of(
                        "/bin/bash",
                        "-c",
                        "ulimit -f " + kilobytes
                                + "; exec \"$0\" -XX:-UsePerfData -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \"$@\"",
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        arguments[0],
                        arguments[1]))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.txt").toFile())
                .start();
    }

    private String onlyRun() throws IOException {
        try (var files = Files.list(folder.resolve("w/.calque/runs"))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".jsonl"))
                    .findFirst()
                    .orElseThrow()
                    .replace(".jsonl", "");
        }
    }
}
