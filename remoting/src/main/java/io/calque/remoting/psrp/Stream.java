package io.calque.remoting.psrp;

/** The streams that lead to the server. */
public enum Stream {
    /** Commands and their input; {@code stdin} over WS-Management, {@code Default} out of process. */
    INPUT,
    /** Answers to the host's questions; {@code pr} over WS-Management, {@code PromptResponse} out of process. */
    HOST_REPLY
}
