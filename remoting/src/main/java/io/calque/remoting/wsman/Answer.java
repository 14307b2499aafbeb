package io.calque.remoting.wsman;

/** What a server answered. */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
sealed interface Answer {
    /**
     * A shell was made.
     *
     * @param shell its id; the server may have chosen another than ours
     * @param described whether the server described the shell, as servers since Windows Server 2012 do
     */
    record Created(String shell, boolean described) implements Answer {}

    /** A command runs; its id may be another than ours. */
    record Started(String command) implements Answer {}

    /** Output: fragments back to back, perhaps none, and whether the command is done with. */
    record Output(byte[] fragments, boolean done) implements Answer {}

    /** It was done, and there is nothing more to say. */
    record Acknowledged() implements Answer {}

    /** It was not done. */
    record Failed(WsManFault fault) implements Answer {}
}
