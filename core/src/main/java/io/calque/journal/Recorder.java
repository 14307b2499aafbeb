package io.calque.journal;

import java.util.List;

/** Writes a journal. */
@FunctionalInterface
public interface Recorder {
    /** Records events, in their order; returns once they can't be lost any more. */
    void record(List<Event> events);
}
