package io.calque.remoting.psrp;

/**
 * What one poll brought. Owns its bytes: whoever makes one gives them away.
 *
 * @param fragments whole fragments or parts of them, in order; empty when there was nothing yet
 * @param done whether the transport knows that nothing more will come for that pipeline; false where it can't know
 */
@SuppressWarnings("ArrayRecordComponent") // moved once from transport to reassembly and never compared
public record Received(byte[] fragments, boolean done) {

    /** Nothing yet. */
    public static final Received NOTHING = new Received(new byte[0], false);
}
