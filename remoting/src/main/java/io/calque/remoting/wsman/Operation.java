package io.calque.remoting.wsman;

import org.jspecify.annotations.Nullable;

/** What a client may ask of a shell (MS-WSMV 3.1.4). Identifiers are texts as the server gave them, never parsed. */
@SuppressWarnings("ArrayRecordComponent") // written once, never compared
sealed interface Operation {
    /** Makes a shell, with the first fragments of its runspace pool. */
    record Create(String shell, byte[] fragments) implements Operation {}

    /** Starts a command with its first fragments. */
    record Command(String command, byte[] fragments) implements Operation {}

    /** Sends fragments to a command, or to the shell where it is null. */
    record Send(@Nullable String command, String stream, byte[] fragments) implements Operation {}

    /** Waits for output of a command, or of the shell where it is null. */
    record Receive(@Nullable String command) implements Operation {}

    /** Signals a command. */
    record Signal(String command, Code code) implements Operation {}

    /** Ends the shell. */
    record Delete() implements Operation {}

    /** What a signal means. */
    enum Code {
        /** Stop, and report that it stopped. PowerShell itself spells it so; any other code closes the command silently. */
        CTRL_C("powershell/signal/crtl_c"),
        /** Forget a command that ended. */
        TERMINATE("http://schemas.microsoft.com/wbem/wsman/1/windows/shell/signal/Terminate");

        private final String uri;

        Code(String uri) {
            this.uri = uri;
        }

        String uri() {
            return uri;
        }
    }

    /** The action that WS-Addressing names. */
    default String action() {
        return switch (this) {
            case Create c -> Uris.TRANSFER + "/Create";
            case Command c -> Uris.SHELL + "/Command";
            case Send s -> Uris.SHELL + "/Send";
            case Receive r -> Uris.SHELL + "/Receive";
            case Signal s -> Uris.SHELL + "/Signal";
            case Delete d -> Uris.TRANSFER + "/Delete";
        };
    }

    /** Whether it may set something in motion, so that it must never be sent twice. */
    default boolean acts() {
        return switch (this) {
            case Command c -> true;
            case Send s -> true;
            case Create c -> false;
            case Receive r -> false;
            case Signal s -> false;
            case Delete d -> false;
        };
    }
}
