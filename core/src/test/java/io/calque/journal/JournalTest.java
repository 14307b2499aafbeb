package io.calque.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.plan.NumberedStep;
import io.calque.plan.Step;
import io.calque.plan.Waiver;
import io.calque.testing.Golden;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class JournalTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final List<Event> ALL = List.of(
            new Event.Started(
                    "run-1",
                    "simulated",
                    "CONTOSO\\ann",
                    "sha256:0",
                    5,
                    List.of(new Waiver("maxShare", "agreed by phone"))),
            new Event.Intended(List.of(
                    new NumberedStep(1, new Step.EnableVoice("sip:ann@contoso.com", "it's “Plus”")),
                    new NumberedStep(2, new Step.DisableVoice("sip:bob@contoso.com", "no Plus")),
                    new NumberedStep(3, new Step.DisableVoice("sip:cas@contoso.com", "no Plus")),
                    new NumberedStep(5, new Step.DisableVoice("sip:eve@contoso.com", "no Plus")))),
            new Event.Settled(Map.of(
                    1L,
                    new Outcome.Done(),
                    2L,
                    new Outcome.Refused("no \"such\" user"),
                    3L,
                    new Outcome.Unknown("lost"),
                    5L,
                    new Outcome.NotTried("the connection was lost before"))),
            new Event.Skipped(4, "depends on step 2"),
            new Event.Ended("stopped on request"),
            new Event.Resumed("CONTOSO\\bob"),
            new Event.Found(List.of(4L)),
            new Event.Ended(null));

    @Test
    @Tag("golden")
    void every_kind_of_event_has_its_line() {
        assertThat(ALL.stream().map(Object::getClass).distinct())
                .containsExactlyInAnyOrder(Event.class.getPermittedSubclasses());
        Golden.check(JournalTest.class, "journal.jsonl", new String(bytes(), StandardCharsets.UTF_8));
    }

    @Test
    void what_is_written_reads_back_the_same() {
        assertThat(read(bytes())).extracting(Entry::event).containsExactlyElementsOf(ALL);
    }

    @Test
    void the_run_is_what_its_events_make_of_it() {
        RunState state = new RunState();
        read(bytes()).forEach(state::accept);

        assertThat(state.done()).extracting(NumberedStep::id).containsExactly(1L);
        assertThat(state.failed()).extracting(RunState.Setback::reason).containsExactly("no \"such\" user");
        assertThat(state.doubtful()).extracting(RunState.Doubt::reason).containsExactly("lost");
        assertThat(state.skipped()).isEmpty();
        assertThat(state.found()).as("skipped first, set right by hand later").containsExactly(4L);
        assertThat(state.ended()).isTrue();
        assertThat(state.stopped()).isEmpty();
    }

    @Property(tries = 300)
    void a_byte_that_was_changed_breaks_the_chain_at_its_line(
            @ForAll @IntRange(max = 100_000) int at, @ForAll byte replacement) {
        byte[] bytes = bytes();
        int position = at % (bytes.length - 1);
        if (bytes[position] == replacement) {
            return;
        }
        int line = lines(Arrays.copyOf(bytes, position)) + 1;
        bytes[position] = replacement;

        assertThatThrownBy(() -> read(bytes)).isInstanceOfSatisfying(Fault.class, fault -> {
            assertThat(fault.findings().getFirst().code()).isEqualTo(Code.JOURNAL_BROKEN);
            assertThat(fault).hasMessageContaining("broken at entry " + line + ":");
        });
    }

    @Property(tries = 100)
    void lines_taken_out_or_moved_break_the_chain(@ForAll @IntRange(max = 5) int line, @ForAll boolean moved) {
        List<String> lines = new ArrayList<>(
                new String(bytes(), StandardCharsets.UTF_8).lines().toList());
        String taken = lines.remove(line);
        if (moved) {
            lines.add(taken);
        }
        byte[] bytes = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> read(bytes)).hasMessageContaining("broken at entry " + (line + 1) + ":");
    }

    @Property(tries = 100)
    void a_journal_that_was_cut_at_its_end_does_not_reach_its_head(@ForAll @IntRange(min = 1, max = 7) int cut) {
        Chain chain = Chain.begin();
        ALL.forEach(event -> chain.next(NOON, event));
        Head head = Head.of(chain.head().bytes()).orElseThrow();
        List<String> lines = new String(bytes(), StandardCharsets.UTF_8).lines().toList();
        byte[] bytes =
                (String.join("\n", lines.subList(0, lines.size() - cut)) + "\n").getBytes(StandardCharsets.UTF_8);

        assertThat(JournalReader.read("run.jsonl", new ByteArrayInputStream(bytes()), head, _ -> {})
                        .torn())
                .isFalse();
        assertThat(read(bytes)).as("the chain alone does not show it").hasSize(lines.size() - cut);
        assertThatThrownBy(() -> JournalReader.read("run.jsonl", new ByteArrayInputStream(bytes), head, _ -> {}))
                .hasMessageContaining("it was cut off");
    }

    @Property(tries = 100)
    void a_journal_that_breaks_off_holds_its_whole_lines(@ForAll @IntRange(max = 100_000) int at) {
        byte[] bytes = bytes();
        byte[] cut = Arrays.copyOf(bytes, at % bytes.length);
        List<Entry> entries = new ArrayList<>();
        JournalReader.End end = JournalReader.read("run.jsonl", new ByteArrayInputStream(cut), entries::add);

        assertThat(entries).hasSize(lines(cut));
        assertThat(end.torn()).isEqualTo(end.bytes() < cut.length);
    }

    private static int lines(byte[] bytes) {
        return (int) new String(bytes, StandardCharsets.ISO_8859_1)
                .chars()
                .filter(c -> c == '\n')
                .count();
    }

    private static byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Chain chain = Chain.begin();
        ALL.forEach(event -> out.writeBytes(chain.next(NOON, event)));
        return out.toByteArray();
    }

    private static List<Entry> read(byte[] bytes) {
        List<Entry> entries = new ArrayList<>();
        JournalReader.read("run.jsonl", new ByteArrayInputStream(bytes), entries::add);
        return entries;
    }
}
