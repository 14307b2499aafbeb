package io.calque.remoting.outofproc;

import io.calque.remoting.psrp.ProtocolViolation;
import io.calque.remoting.psrp.Stream;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of the conversation: an element of XML of a few fixed shapes. The framing is described only by PowerShell's own source,
 * OutOfProcTransportManager.cs, unchanged from 7.4.0 to 7.6.5.
 *
 * @param kind which element
 * @param guid the pipeline, or zeros for the session
 * @param stream the stream of a data packet
 * @param data the bytes of a data packet; empty for every other kind
 */
@SuppressWarnings("ArrayRecordComponent") // moved once and never compared
record Packet(Kind kind, UUID guid, Stream stream, byte[] data) {

    /** The elements. */
    enum Kind {
        DATA("Data"),
        DATA_ACK("DataAck"),
        COMMAND("Command"),
        COMMAND_ACK("CommandAck"),
        SIGNAL("Signal"),
        SIGNAL_ACK("SignalAck"),
        CLOSE("Close"),
        CLOSE_ACK("CloseAck");

        private final String element;

        Kind(String element) {
            this.element = element;
        }
    }

    private static final byte[] NONE = {};
    private static final Pattern LINE = Pattern.compile(
            "<(Data|DataAck|Command|CommandAck|Signal|SignalAck|Close|CloseAck)"
                    + "(?: Stream=['\"](Default|PromptResponse)['\"])? PSGuid=['\"]([0-9A-Fa-f-]{36})['\"] *(?:/>|>([^<]*)</\\1>)\\s*");

    static Packet data(UUID guid, Stream stream, byte[] bytes) {
        return new Packet(Kind.DATA, guid, stream, bytes);
    }

    static Packet of(Kind kind, UUID guid) {
        return new Packet(kind, guid, Stream.INPUT, NONE);
    }

    /** The line, without its end. */
    String line() {
        String id = guid.toString().toLowerCase(Locale.ROOT);
        if (kind != Kind.DATA) {
            return "<" + kind.element + " PSGuid='" + id + "' />";
        }
        String name = switch (stream) {
            case INPUT -> "Default";
            case HOST_REPLY -> "PromptResponse";
        };
        return "<Data Stream='" + name + "' PSGuid='" + id + "'>"
                + Base64.getEncoder().encodeToString(data) + "</Data>";
    }

    /**
     * Reads a line.
     *
     * @throws ProtocolViolation when it is none of the known shapes
     */
    static Packet read(String line) {
        Matcher match = LINE.matcher(line);
        if (!match.matches()) {
            throw new ProtocolViolation("the process wrote something that is not a packet: " + shown(line));
        }
        try {
            UUID guid = UUID.fromString(match.group(3));
            for (Kind kind : Kind.values()) {
                if (kind.element.equals(match.group(1))) {
                    boolean reply = "PromptResponse".equals(match.group(2));
                    if (kind == Kind.DATA && match.group(4) == null) {
                        throw new ProtocolViolation("the process wrote a data packet without data: " + shown(line));
                    }
                    byte[] data = kind == Kind.DATA ? Base64.getDecoder().decode(match.group(4)) : NONE;
                    return new Packet(kind, guid, reply ? Stream.HOST_REPLY : Stream.INPUT, data);
                }
            }
            throw new ProtocolViolation("the process wrote an unknown packet: " + shown(line));
        } catch (IllegalArgumentException e) {
            throw new ProtocolViolation("the process wrote a packet that can't be decoded: " + shown(line), e);
        }
    }

    private static String shown(String line) {
        return line.length() <= 200 ? line : line.substring(0, 200) + "…";
    }
}
