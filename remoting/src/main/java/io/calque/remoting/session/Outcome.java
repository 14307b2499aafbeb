package io.calque.remoting.session;

import io.calque.remoting.psrp.ErrorRecord;

/**
 * How a call ended. There is no sixth way, and none of these is an exception: whoever calls must say what each means. A session never sends
 * a second time what may have run.
 */
public sealed interface Outcome {

    /** It ran to its end; single objects may still have failed, see {@link Results#errors}. */
    record Done(Results results) implements Outcome {}

    /**
     * The server ended it with an error. What came before the error has been done.
     *
     * @param record the server's reason
     * @param soFar what it brought forth before
     */
    record Refused(ErrorRecord record, Results soFar) implements Outcome {}

    /** It was stopped, by {@link Session#stop} or for lack of patience, and the server confirmed it. What came before has been done. */
    record Stopped(Results soFar) implements Outcome {}

    /** It has not run and will not: it can be called again, when the reason allows. */
    record NotSent(String reason) implements Outcome {}

    /**
     * It was sent and its end is not known: it may have run wholly, partly or not at all. Read the state anew before anything is done again.
     *
     * @param shell what is known of the shell it ran in
     * @param reason what happened instead of an answer
     * @param soFar what came back before
     */
    record Unknown(Shell shell, String reason, Results soFar) implements Outcome {

        /** What is known of the shell. */
        public enum Shell {
            /** It answers, and is only slow: the pipeline may still be running. */
            ALIVE,
            /** It is gone, and with it the pipeline. */
            GONE,
            /** It does not answer; nobody knows. */
            SILENT
        }
    }
}
