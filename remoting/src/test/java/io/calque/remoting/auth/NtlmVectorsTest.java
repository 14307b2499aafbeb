package io.calque.remoting.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.calque.security.secret.Secret;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The values of MS-NLMP 4.2.1 and 4.2.4 (NTLMv2), of RFC 1320 (MD4), and one channel binding hash made by an independent client. */
class NtlmVectorsTest {
    private static final byte[] SERVER_CHALLENGE = hex("0123456789abcdef");
    private static final byte[] CLIENT_CHALLENGE = hex("aaaaaaaaaaaaaaaa");
    private static final byte[] RANDOM_SESSION_KEY = hex("55".repeat(16));
    private static final int FLAGS = 0xe28a8233;
    private static final byte[] TARGET_INFO =
            hex("02000c0044006f006d00610069006e00 01000c00530065007200760065007200 00000000");
    private static final byte[] CHALLENGE =
            hex("4e544c4d53535000 02000000 0c000c0038000000 33828ae2 0123456789abcdef 0000000000000000"
                    + "2400240044000000 060070170000000f 530065007200760065007200 02000c0044006f006d00610069006e00"
                    + "01000c00530065007200760065007200 00000000");

    static byte[] hex(String text) {
        return HexFormat.of().parseHex(text.replace(" ", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "'', 31d6cfe0d16ae931b73c59d7e0c089c0",
        "a, bde52cb31de33e46245e05fbdbd6fb24",
        "abc, a448017aaf21d8525fc10ae87aa6729d",
        "message digest, d9130a8164549fe818874806e1c7014b",
        "abcdefghijklmnopqrstuvwxyz, d79e1c308aa5bbcdeea8ed63df412da9",
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789, 043f8582f241db351ce627e153e7f0e4",
        "12345678901234567890123456789012345678901234567890123456789012345678901234567890, e33b4ddc9c38f2199c3e7b164fcc0536",
    })
    void md4_digests_as_rfc_1320_says(String message, String digest) {
        assertThat(Md4.digest(message.getBytes(StandardCharsets.US_ASCII))).isEqualTo(hex(digest));
    }

    @Test
    void the_response_key_is_that_of_4_2_4_1_1() {
        assertThat(key()).isEqualTo(hex("0c868a403bfd7a93a3001ef22ef02e3f"));
        assertThat(NtlmCrypto.ntowfv2("Password".toCharArray(), "uSeR", "Domain"))
                .isEqualTo(key());
        assertThat(NtlmCrypto.ntowfv2("Password".toCharArray(), "User", "domain"))
                .isNotEqualTo(key());
        assertThat(NtlmCrypto.ntowfv2("p".toCharArray(), "straße", "D"))
                .isNotEqualTo(NtlmCrypto.ntowfv2("p".toCharArray(), "strasse", "D"));
    }

    private static byte[] key() {
        return NtlmCrypto.ntowfv2("Password".toCharArray(), "User", "Domain");
    }

    @Test
    void proof_and_session_base_key_are_those_of_4_2_4_1_2_and_4_2_4_2_2() {
        var temp = NtlmCrypto.temp(0, CLIENT_CHALLENGE, TARGET_INFO);
        assertThat(temp)
                .isEqualTo(hex("0101000000000000 0000000000000000 aaaaaaaaaaaaaaaa 00000000"
                        + HexFormat.of().formatHex(TARGET_INFO) + "00000000"));
        var proof = NtlmCrypto.hmacMd5(key(), SERVER_CHALLENGE, temp);
        assertThat(proof).isEqualTo(hex("68cd0ab851e51c96aabc927bebef6a1c"));
        var base = NtlmCrypto.hmacMd5(key(), proof);
        assertThat(base).isEqualTo(hex("8de40ccadbc14a82f15cb0ad0de95ca3"));
        assertThat(NtlmCrypto.rc4(base, RANDOM_SESSION_KEY)).isEqualTo(hex("c5dad2544fc979909 4ce1ce90bc9d03e"));
    }

    @Test
    void sealing_key_and_signature_are_those_of_4_2_4_4() {
        assertThat(NtlmCrypto.sealingKey(RANDOM_SESSION_KEY, FLAGS)).isEqualTo(hex("59f600973cc4960a25480a7c196e4c58"));
        // The example seals the message first, so its checksum is encrypted with the key stream after the 18 bytes of
        // the message.
        var plain = hex("50006c00610069006e007400650078007400");
        var stream = NtlmCrypto.rc4(NtlmCrypto.sealingKey(RANDOM_SESSION_KEY, FLAGS), new byte[26]);
        var ours = NtlmCrypto.signature(RANDOM_SESSION_KEY, FLAGS, plain);
        for (int i = 0; i < 8; i++) {
            ours[4 + i] ^= (byte) (stream[i] ^ stream[18 + i]);
        }
        assertThat(ours).isEqualTo(hex("01000000 7fb38ec5c55d4976 00000000"));
    }

    @Test
    void the_challenge_of_4_2_4_3_is_read() throws AuthException {
        var challenge = NtlmChallenge.parse(CHALLENGE);
        assertThat(challenge.flags()).isEqualTo(FLAGS);
        assertThat(challenge.serverChallenge()).isEqualTo(SERVER_CHALLENGE);
        assertThat(challenge.target().timestamp()).isEmpty();
    }

    @Test
    void the_authenticate_message_holds_the_responses_of_4_2_4_2_and_a_valid_integrity_code() throws AuthException {
        var handshake = handshake(new byte[0]);
        var first = handshake.next(new byte[0]);
        assertThat(handshake.carriesRequest()).isFalse();
        var third = handshake.next(CHALLENGE);
        assertThat(handshake.carriesRequest()).isTrue();

        var message = ByteBuffer.wrap(third).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(NtlmBytes.field(message, 28)).isEqualTo(NtlmCrypto.utf16("Domain"));
        assertThat(NtlmBytes.field(message, 36)).isEqualTo(NtlmCrypto.utf16("User"));
        assertThat(NtlmBytes.field(message, 12)).isEqualTo(hex("86c35097ac9cec102554764a57cccc19 aaaaaaaaaaaaaaaa"));
        var nt = NtlmBytes.field(message, 20);
        var temp = Arrays.copyOfRange(nt, 16, nt.length);
        assertThat(Arrays.copyOf(nt, 16)).isEqualTo(NtlmCrypto.hmacMd5(key(), SERVER_CHALLENGE, temp));
        assertThat(Arrays.copyOfRange(temp, 28, 60))
                .as("the server's own pairs come first")
                .isEqualTo(Arrays.copyOf(TARGET_INFO, 32));
        var base = NtlmCrypto.hmacMd5(key(), Arrays.copyOf(nt, 16));
        assertThat(NtlmBytes.field(message, 52)).isEqualTo(NtlmCrypto.rc4(base, RANDOM_SESSION_KEY));

        var withoutCode = third.clone();
        Arrays.fill(withoutCode, 72, 88, (byte) 0);
        assertThat(Arrays.copyOfRange(third, 72, 88))
                .isEqualTo(NtlmCrypto.hmacMd5(RANDOM_SESSION_KEY, first, CHALLENGE, withoutCode));
    }

    @Test
    void the_channel_binding_hash_is_that_of_an_independent_client() {
        var digest = hex("E3CA49271E5089CC48CE82109F1324F41DBEDDC29A777410C738F7868C4FF405");
        var data = NtlmVectorsTest.join("tls-server-end-point:".getBytes(StandardCharsets.US_ASCII), digest);
        assertThat(NtlmCrypto.channelBindingHash(data)).isEqualTo(hex("6EA19DF066DA4622051F9C4F92C6DF74"));
    }

    @Test
    void a_server_that_wants_an_older_ntlm_is_refused() throws AuthException {
        var handshake = handshake(new byte[0]);
        handshake.next(new byte[0]);
        var old = CHALLENGE.clone();
        old[22] &= (byte) ~0x08; // no extended session security
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> handshake.next(old))
                .isInstanceOf(AuthException.class)
                .hasMessageContaining("older than version 2");
    }

    private static byte[] join(byte[] a, byte[] b) {
        var both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    private static NtlmHandshake handshake(byte[] binding) {
        var password = new Credentials.Password("Domain\\User", Secret.of("Password"));
        return new NtlmHandshake(
                password, "HTTP/server", binding, new NtlmHandshake.Fresh(CLIENT_CHALLENGE, RANDOM_SESSION_KEY, 0));
    }
}
