package io.calque.apply;

import io.calque.journal.Chain;
import io.calque.journal.Event;
import io.calque.journal.JournalReader;
import io.calque.journal.Recorder;
import io.calque.journal.RunState;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;

/** A journal whose bytes lie in memory. */
final class MemoryJournal implements Recorder {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Chain chain = Chain.begin();

    @Override
    public void record(List<Event> events) {
        events.forEach(event -> bytes.writeBytes(chain.next(Instant.parse("2026-11-24T08:00:00Z"), event)));
    }

    /** What its bytes say. */
    RunState state() {
        RunState state = new RunState();
        JournalReader.read("run.jsonl", new ByteArrayInputStream(bytes.toByteArray()), state::accept);
        return state;
    }
}
