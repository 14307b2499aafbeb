package io.calque.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two real processes that want to change one workspace at once: the second is refused, and nothing of the first is lost. */
class TwoCommandsTest {
    private static final int PEOPLE = 24;

    @TempDir
    private Path folder = Path.of("");

    private SlowCompany company = new SlowCompany(folder, PEOPLE);

    @BeforeEach
    void write() throws IOException {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/env")), "processes are started as on Linux");
        company = new SlowCompany(folder, PEOPLE);
        company.write();
    }

    @Test
    void two_disjoint_applies_at_once_lose_nothing_of_either() throws IOException, InterruptedException {
        grant("first.plan", 0, 1);
        assertThat(company.run("apply", "first.plan")).isZero();
        grant("a.plan", 1, 14);
        grant("b.plan", 14, PEOPLE);
        company.delay(400);
        Process a = company.start(Map.of(), "apply", "a.plan");
        awaitHolder(a);

        assertThat(company.run("apply", "b.plan")).isEqualTo(1);
        assertThat(company.printed())
                .contains("error CQ611 'calque apply a.plan' has been changing this workspace since 20")
                .contains("(process " + a.pid() + " on ");
        assertThat(company.run("drift", "w")).as("who only reads goes on").isEqualTo(2);
        assertThat(company.printed()).contains("info CQ611 'calque apply a.plan'");
        assertThat(a.waitFor()).isZero();
        company.delay(0);
        assertThat(company.run("apply", "b.plan")).isZero();

        assertThat(company.run("drift", "w")).as(company.printed()).isZero();
        assertThat(company.run("runs", "w")).isZero();
    }

    @Test
    @Tag("raises-CQ612")
    @Tag("spares-CQ612")
    void a_refused_second_resume_takes_nothing_from_a_slow_first_one_that_is_killed_later()
            throws IOException, InterruptedException {
        assertThat(company.run("plan", "w", "-o", "w.plan")).isZero();
        assertThat(company.printed()).doesNotContain("CQ612");
        company.delay(400);
        Process first = company.start(Map.of(), "apply", "w.plan");
        String run =
                String.valueOf(company.awaitOutcomes(first, 2).getFileName()).replace(".jsonl", "");
        first.destroyForcibly().waitFor();
        Process second = company.start(Map.of(), "apply", "w.plan", "--resume", run);
        company.awaitOutcomes(second, 4);

        assertThat(company.run("apply", "w.plan", "--resume", run)).isEqualTo(1);
        assertThat(company.printed()).contains("error CQ611");
        second.destroyForcibly().waitFor();
        company.delay(0);
        assertThat(company.run("apply", "w.plan", "--resume", run)).isZero();

        assertThat(company.printed())
                .contains(
                        "info CQ612 'calque apply w.plan' of 20",
                        PEOPLE + 1 + " steps applied on the simulated pool, 0 failed, 0 skipped, 0 in doubt");
        assertThat(company.run("drift", "w")).as(company.printed()).isZero();
    }

    private void grant(String plan, int from, int to) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("names.csv"), SlowCompany.people(from, to));
        assertThat(company.run("grant", "w", "--people", "names.csv", "--policy", "Std", "-o", plan))
                .isZero();
    }

    private void awaitHolder(Process process) throws IOException, InterruptedException {
        Path lock = folder.resolve("w/.calque/lock");
        while (process.isAlive() && !List.of(Files.readString(lock).split("\"")).contains("calque apply a.plan")) {
            Thread.sleep(20);
        }
    }
}
