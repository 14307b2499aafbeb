package io.calque.journal;

import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import java.util.List;
import java.util.Optional;

/** The port to the record of all runs. What is recorded is never changed; whatever was changed by others is found when it is read. */
public interface Journal {
    /** The names of all runs, the oldest first. */
    List<String> list();

    /**
     * What is recorded of a run, once it is verified.
     *
     * @throws Fault when there is no such run, or its record was changed, cut or damaged
     */
    RunState read(String run);

    /** The newest run, where it broke off or was stopped before all its steps had their turn. */
    Optional<String> unfinished();

    /** What is wrong with the record of a run; empty where it can be trusted. */
    default List<Finding> verify(String run) {
        try {
            read(run);
            return List.of();
        } catch (Fault e) {
            return e.findings();
        }
    }

    /** A journal to which runs can be added, by one command at a time. */
    interface Writable extends Journal {
        /** Opens the record of a new run; one to which nothing is added leaves no trace. */
        OpenRun begin();

        /**
         * Opens the record of a run to go on with it.
         *
         * @throws Fault when there is no such run, its record is broken, or another process has it open
         */
        OpenRun reopen(String run);
    }

    /** The record of one run, open to be added to; to be closed. Not thread-safe. */
    interface OpenRun extends Recorder, AutoCloseable {
        /** The run's name. */
        String run();

        /** What was recorded of it before it was opened. */
        RunState before();

        @Override
        void close();
    }
}
