package io.calque.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.journal.Event;
import io.calque.journal.Journal;
import io.calque.journal.RunState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileJournalTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @TempDir
    private Path folder = Path.of("");

    private WorkspaceLock lock;

    @BeforeEach
    void take() {
        lock = WorkspaceLock.take(folder, new Holder(1, "here", "test", NOON));
    }

    @AfterEach
    void release() {
        lock.close();
    }

    private Journal.Writable journal(Path runs) {
        return new FileJournal(runs, () -> NOON).writable(lock);
    }

    @Test
    void runs_of_one_second_have_names_of_their_own_and_are_listed_oldest_first() {
        Journal.Writable runs = journal(folder.resolve("runs"));
        assertThat(runs.list()).isEmpty();
        begin(runs);
        begin(runs);

        assertThat(runs.list()).containsExactly("2026-11-24T12-00-00-1", "2026-11-24T12-00-00-2");
    }

    @Test
    @Tag("raises-CQ604")
    @Tag("spares-CQ604")
    void a_run_that_is_open_can_not_be_opened_again() {
        Journal.Writable runs = journal(folder);
        try (Journal.OpenRun journal = runs.begin()) {
            journal.record(List.of(new Event.Ended(null)));
            assertThatThrownBy(() -> runs.reopen("2026-11-24T12-00-00-1")).satisfies(e -> code(e, Code.RUN_BUSY));
        }
        runs.reopen("2026-11-24T12-00-00-1").close();
    }

    @Test
    void a_plan_that_was_refused_leaves_no_run() {
        Journal.Writable runs = journal(folder);
        runs.begin().close();

        assertThat(runs.list()).isEmpty();
    }

    @Test
    void a_run_that_goes_on_continues_its_chain() {
        Journal.Writable runs = journal(folder);
        String run = begin(runs);
        try (Journal.OpenRun journal = runs.reopen(run)) {
            journal.record(List.of(new Event.Resumed("bob"), new Event.Ended(null)));
        }

        RunState state = runs.read(run);
        assertThat(state.ended()).isTrue();
        assertThat(state.started().orElseThrow().by()).isEqualTo("ann");
    }

    @Test
    void a_journal_that_was_changed_is_refused_at_the_line() throws IOException {
        Journal.Writable runs = journal(folder);
        String run = begin(runs);
        Path file = folder.resolve(run + ".jsonl");
        Files.writeString(file, Files.readString(file).replace("\"ann\"", "\"eve\""));

        assertThatThrownBy(() -> runs.read(run)).satisfies(e -> {
            code(e, Code.JOURNAL_BROKEN);
            assertThat(e).hasMessageContaining("entry 1");
        });
    }

    @Test
    void a_journal_that_was_cut_at_its_end_or_lost_its_head_is_refused() throws IOException {
        Journal.Writable runs = journal(folder);
        String run = begin(runs);
        try (Journal.OpenRun journal = runs.reopen(run)) {
            journal.record(List.of(new Event.Ended(null)));
        }
        Path file = folder.resolve(run + ".jsonl");
        String whole = Files.readString(file);
        assertThat(runs.verify(run)).isEmpty();

        Files.writeString(file, whole.substring(0, whole.indexOf('\n') + 1));
        assertThatThrownBy(() -> runs.read(run)).satisfies(e -> code(e, Code.JOURNAL_BROKEN));
        assertThatThrownBy(() -> runs.reopen(run)).hasMessageContaining("it was cut off");

        Files.writeString(file, whole);
        assertThat(runs.verify(run)).isEmpty();
        Files.delete(folder.resolve(run + ".head"));
        assertThat(runs.verify(run)).extracting(finding -> finding.code()).containsExactly(Code.JOURNAL_BROKEN);
    }

    @Test
    void the_newest_run_is_unfinished_until_it_ends_with_all_steps_tried() {
        Journal.Writable runs = journal(folder);
        assertThat(runs.unfinished()).isEmpty();
        String run = begin(runs);
        assertThat(runs.unfinished()).contains(run);
        try (Journal.OpenRun journal = runs.reopen(run)) {
            journal.record(List.of(new Event.Ended("stopped on request")));
        }
        assertThat(runs.unfinished()).contains(run);
        try (Journal.OpenRun journal = runs.reopen(run)) {
            journal.record(List.of(new Event.Resumed("ann"), new Event.Ended(null)));
        }
        assertThat(runs.unfinished()).isEmpty();
    }

    @Test
    void an_unknown_run_is_told_with_a_near_miss() {
        Journal.Writable runs = journal(folder);
        begin(runs);

        assertThatThrownBy(() -> runs.read("2026-11-24T12-00-01-1")).satisfies(e -> {
            code(e, Code.UNKNOWN_RUN);
            assertThat(((Fault) e).findings().getFirst().help()).contains("2026-11-24T12-00-00-1");
        });
        assertThatThrownBy(() -> runs.read("../../etc/passwd")).satisfies(e -> code(e, Code.UNKNOWN_RUN));
    }

    private static String begin(Journal.Writable runs) {
        try (Journal.OpenRun journal = runs.begin()) {
            journal.record(List.of(new Event.Started(journal.run(), "simulated", "ann", "sha256:0", 3, List.of())));
            return journal.run();
        }
    }

    private static void code(Throwable e, Code code) {
        assertThat(((Fault) e).findings().getFirst().code()).isEqualTo(code);
    }
}
