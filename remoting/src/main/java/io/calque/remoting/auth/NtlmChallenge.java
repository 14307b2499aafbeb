package io.calque.remoting.auth;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** The server's CHALLENGE_MESSAGE (MS-NLMP 2.2.1.2). */
@SuppressWarnings("ArrayRecordComponent") // never compared: a message, not a value
record NtlmChallenge(int flags, byte[] serverChallenge, TargetInfo target) {
    static final int TARGET_INFO = 0x0080_0000;

    private static final int SMALLEST = 32;
    private static final int LARGEST = 16_384;

    static NtlmChallenge parse(byte[] bytes) throws AuthException {
        if (bytes.length < SMALLEST
                || bytes.length > LARGEST
                || !Arrays.equals(NtlmBytes.SIGNATURE, Arrays.copyOf(bytes, 8))) {
            throw NtlmBytes.damaged();
        }
        var message = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (message.getInt(8) != 2) {
            throw NtlmBytes.damaged();
        }
        var flags = message.getInt(20);
        var info = (flags & TARGET_INFO) == 0 ? new byte[0] : NtlmBytes.field(message, 40);
        return new NtlmChallenge(flags, Arrays.copyOfRange(bytes, 24, 32), TargetInfo.parse(info));
    }
}
