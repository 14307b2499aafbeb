package io.calque.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceLockTest {
    private static final Holder OURS =
            Holder.ofThisProcess("here", "calque pool reset", Instant.parse("2026-11-24T12:00:00Z"));

    @TempDir
    private Path folder = Path.of("");

    @Test
    @Tag("raises-CQ611")
    void a_second_process_is_refused_and_reads_who_has_the_lock_and_since_when()
            throws IOException, InterruptedException {
        Process holder = holder();
        try {
            assertThatThrownBy(() -> WorkspaceLock.take(folder, OURS)).satisfies(e -> {
                Finding finding = ((Fault) e).findings().getFirst();
                assertThat(finding.code()).isEqualTo(Code.WORKSPACE_IN_USE);
                assertThat(finding.message())
                        .startsWith("'calque apply w.plan' has been changing this workspace since 2")
                        .endsWith("(process " + holder.pid() + " on here)");
            });
            assertThat(WorkspaceLock.other(folder, "here").map(Holder::pid)).contains(holder.pid());
        } finally {
            holder.getOutputStream().close();
            holder.waitFor();
        }

        assertThat(WorkspaceLock.other(folder, "here")).isEmpty();
        try (WorkspaceLock ours = WorkspaceLock.take(folder, OURS)) {
            assertThat(ours.left()).isEmpty();
        }
    }

    @Test
    void the_lock_of_a_killed_process_is_taken_over_and_its_holder_is_known() throws IOException, InterruptedException {
        Process holder = holder();
        holder.destroyForcibly().waitFor();

        assertThat(WorkspaceLock.other(folder, "here")).isEmpty();
        assertThat(WorkspaceLock.other(folder, "elsewhere"))
                .as("of another computer nobody knows")
                .isPresent();
        try (WorkspaceLock ours = WorkspaceLock.take(folder, OURS)) {
            assertThat(ours.left().orElseThrow().command()).isEqualTo("calque apply w.plan");
            assertThat(ours.left().orElseThrow().pid()).isEqualTo(holder.pid());
        }
    }

    @Test
    @Tag("spares-CQ611")
    void within_a_process_one_command_at_a_time_has_the_lock() {
        try (WorkspaceLock _ = WorkspaceLock.take(folder, OURS)) {
            assertThatThrownBy(() -> WorkspaceLock.take(folder, OURS))
                    .isInstanceOf(Fault.class)
                    .hasMessageContaining("calque pool reset");
            assertThat(WorkspaceLock.other(folder, "here")).isEmpty();
        }
        WorkspaceLock.take(folder, OURS).close();
    }

    @Test
    void a_look_by_the_holder_does_not_give_the_lock_up() throws IOException, InterruptedException {
        try (WorkspaceLock _ = WorkspaceLock.take(folder, OURS)) {
            WorkspaceLock.other(folder, "here");
            assertThatThrownBy(() -> WorkspaceLock.take(folder, OURS)).isInstanceOf(Fault.class);
            Process second = start();
            assertThat(second.getInputStream().read())
                    .as("it ends without a lock")
                    .isNegative();
            assertThat(second.waitFor()).isNotZero();
        }
    }

    @Test
    void nothing_of_a_workspace_is_opened_for_writing_with_the_lock_of_another() throws IOException {
        Path other = Files.createDirectories(folder.resolve("other"));
        try (WorkspaceLock lock = WorkspaceLock.take(other, OURS)) {
            PoolFolder pool = new PoolFolder(folder);
            assertThatThrownBy(() -> pool.save(lock, Sample.observed())).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> pool.work(lock, Sample::observed, () -> {}))
                    .isInstanceOf(IllegalStateException.class);
        }
        WorkspaceLock released = WorkspaceLock.take(folder, OURS);
        released.close();
        assertThatThrownBy(() -> new PoolFolder(folder).save(released, Sample.observed()))
                .isInstanceOf(IllegalStateException.class);
    }

    private Process holder() throws IOException {
        Process holder = start();
        assertThat(holder.getInputStream().read()).isEqualTo('!');
        return holder;
    }

    private Process start() throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HeldLock.class.getName(),
                        folder.toString()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
