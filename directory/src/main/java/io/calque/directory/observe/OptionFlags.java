package io.calque.directory.observe;

/**
 * The bits of {@code msRTCSIP-OptionFlags} that matter for licences (Microsoft's list of the attribute's bits; audio and video after
 * the msxfaq site alone).
 *
 * @param bits the attribute's value
 */
public record OptionFlags(int bits) {
    private static final int REMOTE_CALL_CONTROL = 1 << 4;
    private static final int ENTERPRISE_VOICE = 1 << 7;
    private static final int REMOTE_CALL_CONTROL_TOO = 1 << 9;
    private static final int NO_AUDIO_VIDEO = 1 << 11;

    /** Enterprise Voice is on ("UC enabled"). */
    public boolean enterpriseVoice() {
        return (bits & ENTERPRISE_VOICE) != 0;
    }

    /** Remote call control of a desk phone is on, alone or besides the computer. */
    public boolean remoteCallControl() {
        return (bits & (REMOTE_CALL_CONTROL | REMOTE_CALL_CONTROL_TOO)) != 0;
    }

    /** Audio and video are off. */
    public boolean audioVideoDisabled() {
        return (bits & NO_AUDIO_VIDEO) != 0;
    }
}
