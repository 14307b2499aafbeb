package io.calque.remoting.psrp;

import io.calque.remoting.clixml.CliXml;
import io.calque.remoting.clixml.CliXmlReader;
import io.calque.remoting.clixml.CliXmlWriter;
import io.calque.remoting.clixml.Limits;
import io.calque.remoting.clixml.MalformedCliXml;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/**
 * One message: a header of 40 bytes and a value (MS-PSRP 2.2.1).
 *
 * @param destination 1 the client, 2 the server
 * @param code the number of its type, which may be one that is not known
 * @param pool the runspace pool; zeros where the server did not know it yet
 * @param pipeline the pipeline; zeros for a message of the pool
 * @param body the value; empty for an empty body
 */
public record Message(int destination, int code, UUID pool, UUID pipeline, Optional<CliXml> body) {
    /** To the client. */
    public static final int CLIENT = 1;

    /** To the server. */
    public static final int SERVER = 2;

    private static final int HEADER = 40;

    /** A message to the server. */
    static Message toServer(MessageType type, UUID pool, UUID pipeline, Optional<CliXml> body) {
        return new Message(SERVER, type.code(), pool, pipeline, body);
    }

    /** The type; empty when it is not known. Such a message is passed over. */
    public Optional<MessageType> type() {
        return MessageType.of(code);
    }

    /** The bytes of the message. */
    public byte[] encode() {
        byte[] xml = body.map(value -> CliXmlWriter.write(value).getBytes(StandardCharsets.UTF_8))
                .orElse(new byte[0]);
        ByteBuffer out = ByteBuffer.allocate(HEADER + xml.length).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(destination).putInt(code);
        NetGuid.write(pool, out);
        NetGuid.write(pipeline, out);
        return out.put(xml).array();
    }

    /**
     * Reads a message.
     *
     * @throws ProtocolViolation when it is none
     */
    public static Message decode(byte[] bytes) {
        if (bytes.length < HEADER) {
            throw new ProtocolViolation("a message is shorter than its header: " + bytes.length + " bytes");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int destination = in.getInt();
        int code = in.getInt();
        UUID pool = NetGuid.read(in);
        UUID pipeline = NetGuid.read(in);
        try {
            Optional<CliXml> body = bytes.length == HEADER
                    ? Optional.empty()
                    : Optional.of(CliXmlReader.read(Arrays.copyOfRange(bytes, HEADER, bytes.length), Limits.MESSAGE));
            return new Message(destination, code, pool, pipeline, body);
        } catch (MalformedCliXml e) {
            String name = MessageType.of(code).map(MessageType::name).orElse("message " + Integer.toHexString(code));
            throw new ProtocolViolation("the body of a " + name + " can't be read: " + e.getMessage(), e);
        }
    }
}
