package io.calque.remoting.auth;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The list of attribute-value pairs with which an NTLM server describes itself (MS-NLMP 2.2.2.1). */
final class TargetInfo {
    static final int END = 0;
    static final int FLAGS = 6;
    static final int TIMESTAMP = 7;
    static final int TARGET_NAME = 9;
    static final int CHANNEL_BINDINGS = 10;

    private static final int MIC_PRESENT = 2;

    private final Map<Integer, byte[]> pairs = new LinkedHashMap<>();

    static TargetInfo parse(byte[] bytes) throws AuthException {
        var info = new TargetInfo();
        var in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (in.remaining() >= 4) {
            var id = Short.toUnsignedInt(in.getShort());
            var length = Short.toUnsignedInt(in.getShort());
            if (length > in.remaining()) {
                throw NtlmBytes.damaged();
            }
            if (id == END) {
                return info;
            }
            var value = new byte[length];
            in.get(value);
            info.pairs.putIfAbsent(id, value);
        }
        return info;
    }

    /** The server's clock in 100 ns since 1601; a server that sends it expects a message integrity code. */
    Optional<Long> timestamp() {
        var value = pairs.get(TIMESTAMP);
        return value == null || value.length != 8
                ? Optional.empty()
                : Optional.of(
                        ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN).getLong());
    }

    /**
     * What goes back to the server (3.1.5.1.2): its own pairs, and ours: an integrity code follows, the channel, the service.
     *
     * @param channelBinding 16 bytes; zeros when there is no channel to bind to
     */
    byte[] answer(byte[] channelBinding, String service) {
        var ours = new TreeMap<Integer, byte[]>();
        var flags = Arrays.copyOf(pairs.getOrDefault(FLAGS, new byte[0]), 4);
        flags[0] |= MIC_PRESENT;
        ours.put(FLAGS, flags);
        ours.put(CHANNEL_BINDINGS, channelBinding);
        ours.put(TARGET_NAME, NtlmCrypto.utf16(service));
        var out = new ByteArrayOutputStream();
        pairs.forEach((id, value) -> {
            if (!ours.containsKey(id)) {
                put(out, id, value);
            }
        });
        ours.forEach((id, value) -> put(out, id, value));
        put(out, END, new byte[0]);
        return out.toByteArray();
    }

    private static void put(ByteArrayOutputStream out, int id, byte[] value) {
        out.writeBytes(NtlmBytes.all(NtlmBytes.buffer(4).putShort((short) id).putShort((short) value.length)));
        out.writeBytes(value);
    }
}
