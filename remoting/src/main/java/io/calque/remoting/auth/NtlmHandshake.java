package io.calque.remoting.auth;

import static io.calque.remoting.auth.NtlmCrypto.FLAG_128;
import static io.calque.remoting.auth.NtlmCrypto.FLAG_56;
import static io.calque.remoting.auth.NtlmCrypto.FLAG_KEY_EXCHANGE;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * NTLMv2 as a client speaks it (MS-NLMP 3.1.5): negotiate, challenge, authenticate, with a message integrity code over the
 * three, bound to the TLS channel. NTLMv1 and LM are not built.
 */
final class NtlmHandshake implements Handshake {
    static final int UNICODE = 0x1;
    static final int SIGN = 0x10;
    static final int EXTENDED_SESSION_SECURITY = 0x8_0000;

    private static final int OFFERED = UNICODE
            | 0x4 // the server shall name itself
            | SIGN
            | 0x200 // NTLM
            | 0x8000 // always sign
            | EXTENDED_SESSION_SECURITY
            | NtlmChallenge.TARGET_INFO
            | 0x0200_0000 // version
            | FLAG_128
            | FLAG_KEY_EXCHANGE
            | FLAG_56;
    private static final int NEEDED = UNICODE | EXTENDED_SESSION_SECURITY;
    /** Version 6.1, build 7601, NTLM revision 15 (2.2.2.10); informative only. */
    private static final byte[] VERSION = {6, 1, (byte) 0xB1, 0x1D, 0, 0, 0, 15};

    /** What must be fresh for each login, and fixed in tests. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Fresh(byte[] clientChallenge, byte[] sessionKey, long fileTime) {
        private static final long SECONDS_1601_TO_1970 = 11_644_473_600L;

        static Fresh now() {
            var random = new SecureRandom();
            var challenge = new byte[8];
            var key = new byte[16];
            random.nextBytes(challenge);
            random.nextBytes(key);
            var now = Instant.now();
            return new Fresh(
                    challenge, key, (now.getEpochSecond() + SECONDS_1601_TO_1970) * 10_000_000 + now.getNano() / 100);
        }
    }

    private final Credentials.Password credentials;
    private final String service;
    private final byte[] channelBinding;
    private final Fresh fresh;
    private byte @Nullable [] negotiate;
    private byte @Nullable [] sessionKey;
    private int flags;

    /**
     * A handshake.
     *
     * @param service {@code HTTP/host}, which the server may check against its own names
     * @param channelBinding application data of the binding; empty when there is none
     */
    NtlmHandshake(Credentials.Password credentials, String service, byte[] channelBinding, Fresh fresh) {
        this.credentials = credentials;
        this.service = service;
        this.channelBinding = channelBinding.length == 0 ? new byte[16] : NtlmCrypto.channelBindingHash(channelBinding);
        this.fresh = fresh;
    }

    @Override
    public String scheme() {
        return "NTLM";
    }

    @Override
    public byte[] next(byte[] challenge) throws AuthException {
        if (negotiate == null) {
            negotiate = negotiate();
            return negotiate.clone();
        }
        if (sessionKey != null) {
            throw new AuthException(
                    AuthException.Reason.REJECTED, "the server did not accept the user name and password");
        }
        return authenticate(negotiate, challenge, NtlmChallenge.parse(challenge));
    }

    private static byte[] negotiate() {
        var message = NtlmBytes.buffer(40).put(NtlmBytes.SIGNATURE).putInt(1).putInt(OFFERED);
        NtlmBytes.field(message, 40, new byte[0]);
        NtlmBytes.field(message, 40, new byte[0]);
        return NtlmBytes.all(message.put(VERSION));
    }

    private byte[] authenticate(byte[] first, byte[] second, NtlmChallenge challenge) throws AuthException {
        if ((challenge.flags() & NEEDED) != NEEDED) {
            throw new AuthException(
                    AuthException.Reason.UNAVAILABLE,
                    "the server asks for an NTLM older than version 2, which is refused");
        }
        flags = OFFERED & challenge.flags();
        var key = credentials.password().use(p -> NtlmCrypto.ntowfv2(p, credentials.name(), credentials.domain()));
        var clock = challenge.target().timestamp();
        var temp = NtlmCrypto.temp(
                clock.orElse(fresh.fileTime()),
                fresh.clientChallenge(),
                challenge.target().answer(channelBinding, service));
        var proof = NtlmCrypto.hmacMd5(key, challenge.serverChallenge(), temp);
        var base = NtlmCrypto.hmacMd5(key, proof);
        var exchanged = (flags & FLAG_KEY_EXCHANGE) != 0;
        var session = exchanged ? fresh.sessionKey().clone() : base;
        sessionKey = session;
        var message = lay(
                // A server with a clock in its challenge wants no LMv2 answer any more (3.1.5.1.2).
                clock.isPresent() ? new byte[24] : lmv2(key, challenge.serverChallenge()),
                concat(proof, temp),
                exchanged ? NtlmCrypto.rc4(base, session) : new byte[0]);
        var code = NtlmCrypto.hmacMd5(session, first, second, message);
        System.arraycopy(code, 0, message, MIC_AT, code.length);
        Arrays.fill(key, (byte) 0);
        return message;
    }

    private static final int MIC_AT = 72;
    private static final int PAYLOAD_AT = 88;

    private byte[] lay(byte[] lm, byte[] nt, byte[] encryptedKey) {
        var domain = NtlmCrypto.utf16(credentials.domain());
        var user = NtlmCrypto.utf16(credentials.name());
        var message = NtlmBytes.buffer(
                        PAYLOAD_AT + domain.length + user.length + lm.length + nt.length + encryptedKey.length)
                .put(NtlmBytes.SIGNATURE)
                .putInt(3);
        var userAt = PAYLOAD_AT + domain.length;
        var lmAt = userAt + user.length;
        var ntAt = NtlmBytes.field(message, lmAt, lm);
        var keyAt = NtlmBytes.field(message, ntAt, nt);
        NtlmBytes.field(message, PAYLOAD_AT, domain);
        NtlmBytes.field(message, userAt, user);
        NtlmBytes.field(message, lmAt, new byte[0]); // no workstation name: nothing about this machine leaves it
        NtlmBytes.field(message, keyAt, encryptedKey);
        return NtlmBytes.all(message.putInt(flags).put(VERSION));
    }

    private byte[] lmv2(byte[] key, byte[] serverChallenge) {
        return concat(NtlmCrypto.hmacMd5(key, serverChallenge, fresh.clientChallenge()), fresh.clientChallenge());
    }

    private static byte[] concat(byte[] a, byte[] b) {
        var both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    @Override
    public boolean carriesRequest() {
        return sessionKey != null;
    }

    @Override
    public void finish(byte[] token) {
        // NTLM's last word is ours.
    }

    /** A signature over a message with the key of this login (GSS_GetMIC); only after the last token. */
    byte[] sign(byte[] message) {
        if (sessionKey == null) {
            throw new IllegalStateException("no session key yet");
        }
        return NtlmCrypto.signature(sessionKey, flags, message);
    }

    @Override
    public String method() {
        return "NTLM";
    }
}
