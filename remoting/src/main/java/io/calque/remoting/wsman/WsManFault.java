package io.calque.remoting.wsman;

import java.util.Set;

/**
 * A SOAP fault of WS-Management.
 *
 * @param code the number that Microsoft's servers add (an unsigned 32-bit HRESULT or Win32 error); 0 where there is none
 * @param subcode the subcode's local name, such as {@code TimedOut}; empty where there is none
 * @param message what the server says about it, in its language, on one line
 */
record WsManFault(long code, String subcode, String message) {
    /** The operation took longer than its OperationTimeout: to a poll, "nothing yet". */
    static final long TIMED_OUT = 2_150_858_793L;
    /** The selectors fit no shell or command: it is gone. */
    static final long NO_SUCH_SHELL = 2_150_858_843L;
    /** The operation was aborted because its shell is being closed. */
    static final long ABORTED = 995;
    /** The account may not do that. */
    static final long ACCESS_DENIED = 5;

    private static final Set<String> REFUSALS = Set.of(
            "AccessDenied",
            "ActionNotSupported",
            "DestinationUnreachable",
            "EncodingLimit",
            "InvalidMessageInformationHeader",
            "InvalidOptions",
            "InvalidParameter",
            "InvalidSelectors",
            "MessageInformationHeaderRequired",
            "QuotaLimit",
            "SchemaValidationError",
            "UnsupportedFeature");

    boolean timedOut() {
        return code == TIMED_OUT || subcode.equals("TimedOut");
    }

    boolean shellGone() {
        return code == NO_SUCH_SHELL || subcode.equals("InvalidSelectors") || code == ABORTED;
    }

    /**
     * Whether the server may have begun to act before it failed, so that nobody knows what was done. Only what it says of the request itself,
     * before it hands it on, proves that it did not (DSP0226 section 14.6).
     */
    boolean leavesOpen() {
        return code == ABORTED || !(code == NO_SUCH_SHELL || code == ACCESS_DENIED || REFUSALS.contains(subcode));
    }
}
