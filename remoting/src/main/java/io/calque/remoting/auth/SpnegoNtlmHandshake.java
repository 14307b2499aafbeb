package io.calque.remoting.auth;

import java.util.Arrays;

/** NTLM inside Negotiate, with the list of mechanisms signed as MS-SPNG asks for it, so that nobody can shorten the list. */
final class SpnegoNtlmHandshake implements Handshake {
    private final NtlmHandshake ntlm;

    SpnegoNtlmHandshake(NtlmHandshake ntlm) {
        this.ntlm = ntlm;
    }

    @Override
    public String scheme() {
        return "Negotiate";
    }

    @Override
    public byte[] next(byte[] challenge) throws AuthException {
        if (challenge.length == 0) {
            return Spnego.init(ntlm.next(challenge));
        }
        if (Arrays.equals(NtlmBytes.SIGNATURE, 0, 8, challenge, 0, Math.min(8, challenge.length))) {
            return ntlm.next(challenge); // some servers answer without the wrapping, and want the same back
        }
        var token = ntlm.next(Spnego.responseToken(challenge));
        return Spnego.answer(token, ntlm.sign(Spnego.mechanisms()));
    }

    @Override
    public boolean carriesRequest() {
        return ntlm.carriesRequest();
    }

    @Override
    public void finish(byte[] token) {
        // What is left to say is that the server accepts, and its answer has said so.
    }

    @Override
    public String method() {
        return "NTLM";
    }
}
