package io.calque.remoting.auth;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** The two tokens of SPNEGO (RFC 4178 section 4.2) as far as a client that offers one mechanism needs them. */
final class Spnego {
    private static final byte[] SPNEGO = {6, 6, 0x2B, 6, 1, 5, 5, 2};
    private static final byte[] NTLM = {6, 10, 0x2B, 6, 1, 4, 1, (byte) 0x82, 0x37, 2, 2, 10};
    private static final int LARGEST = 65_536;

    private Spnego() {}

    /** The list of mechanisms that we offer, as the signature at the end covers it: NTLM alone. */
    static byte[] mechanisms() {
        return tlv(0x30, NTLM);
    }

    /** NegTokenInit with the first token of the only mechanism. */
    static byte[] init(byte[] token) {
        var body = tlv(0x30, tlv(0xA0, mechanisms()), tlv(0xA2, tlv(0x04, token)));
        return tlv(0x60, SPNEGO, tlv(0xA0, body));
    }

    /** NegTokenResp with a later token and the signature over the list of mechanisms. */
    static byte[] answer(byte[] token, byte[] mechListMic) {
        return tlv(0xA1, tlv(0x30, tlv(0xA2, tlv(0x04, token)), tlv(0xA3, tlv(0x04, mechListMic))));
    }

    /**
     * The mechanism's token inside a server's NegTokenResp.
     *
     * @throws AuthException when it is none, or says "rejected"
     */
    static byte[] responseToken(byte[] bytes) throws AuthException {
        if (bytes.length > LARGEST) {
            throw damaged();
        }
        var fields = open(open(ByteBuffer.wrap(bytes), 0xA1), 0x30);
        while (fields.hasRemaining()) {
            var tag = fields.get(fields.position()) & 0xFF;
            var field = open(fields, tag);
            if (tag == 0xA0 && rejected(field)) {
                throw new AuthException(AuthException.Reason.REJECTED, "the server rejected NTLM inside Negotiate");
            }
            if (tag == 0xA2) {
                var token = open(field, 0x04);
                var inner = new byte[token.remaining()];
                token.get(inner);
                return inner;
            }
        }
        throw damaged();
    }

    private static boolean rejected(ByteBuffer state) throws AuthException {
        var value = open(state, 0x0A);
        return value.remaining() == 1 && value.get() == 2;
    }

    /** Takes the next element, which must have that tag, off the buffer and gives its content. */
    private static ByteBuffer open(ByteBuffer in, int tag) throws AuthException {
        if (in.remaining() < 2 || (in.get() & 0xFF) != tag) {
            throw damaged();
        }
        var length = in.get() & 0xFF;
        if (length >= 0x80) {
            var digits = length & 0x7F;
            if (digits == 0 || digits > 3 || digits > in.remaining()) {
                throw damaged();
            }
            length = 0;
            for (int i = 0; i < digits; i++) {
                length = length << 8 | (in.get() & 0xFF);
            }
        }
        if (length > in.remaining()) {
            throw damaged();
        }
        var content = in.slice(in.position(), length);
        in.position(in.position() + length);
        return content;
    }

    private static byte[] tlv(int tag, byte[]... parts) {
        var length = 0;
        for (var part : parts) {
            length += part.length;
        }
        var out = new ByteArrayOutputStream(length + 5);
        out.write(tag);
        if (length < 0x80) {
            out.write(length);
        } else if (length < 0x100) {
            out.write(0x81);
            out.write(length);
        } else {
            out.write(0x82);
            out.write(length >> 8);
            out.write(length);
        }
        for (var part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static AuthException damaged() {
        return new AuthException(AuthException.Reason.UNAVAILABLE, "the server's Negotiate token is damaged");
    }
}
