package io.calque.remoting.auth;

import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The functions of NTLMv2: MS-NLMP 3.3.2 (responses) and 3.4 (signatures). */
final class NtlmCrypto {
    static final int FLAG_128 = 0x2000_0000;
    static final int FLAG_KEY_EXCHANGE = 0x4000_0000;
    static final int FLAG_56 = 0x8000_0000;

    private NtlmCrypto() {}

    /** NTOWFv2: the key made of password, user (in capitals) and domain. */
    static byte[] ntowfv2(char[] password, String user, String domain) {
        var bytes = Wiping.drain(StandardCharsets.UTF_16LE.encode(CharBuffer.wrap(password)));
        var hash = Md4.digest(bytes);
        Arrays.fill(bytes, (byte) 0);
        return hmacMd5(hash, utf16(capitals(user) + domain));
    }

    /** Capitals as Windows makes them: character by character, so that the length stays (ß is no SS). */
    private static String capitals(String text) {
        var letters = text.toCharArray();
        for (int i = 0; i < letters.length; i++) {
            letters[i] = Character.toUpperCase(letters[i]);
        }
        return new String(letters);
    }

    /** The structure "temp" of 3.3.2: what the proof is computed over, besides the server's challenge. */
    static byte[] temp(long fileTime, byte[] clientChallenge, byte[] targetInfo) {
        return NtlmBytes.all(NtlmBytes.buffer(28 + targetInfo.length + 4)
                .put(new byte[] {1, 1, 0, 0, 0, 0, 0, 0})
                .putLong(fileTime)
                .put(clientChallenge)
                .putInt(0)
                .put(targetInfo)
                .putInt(0));
    }

    /** The signing and, where sealing keys were exchanged, encrypted checksum of one message (3.4.4.2), sequence number 0. */
    static byte[] signature(byte[] sessionKey, int flags, byte[] message) {
        var signing = md5(sessionKey, ascii("session key to client-to-server signing key magic constant\0"));
        var checksum = Arrays.copyOf(hmacMd5(signing, new byte[4], message), 8);
        if ((flags & FLAG_KEY_EXCHANGE) != 0) {
            checksum = rc4(sealingKey(sessionKey, flags), checksum);
        }
        return NtlmBytes.all(NtlmBytes.buffer(16).putInt(1).put(checksum).putInt(0));
    }

    static byte[] sealingKey(byte[] sessionKey, int flags) {
        var strength = (flags & FLAG_128) != 0 ? 16 : (flags & FLAG_56) != 0 ? 7 : 5;
        return md5(
                Arrays.copyOf(sessionKey, strength),
                ascii("session key to client-to-server sealing key magic constant\0"));
    }

    static byte[] hmacMd5(byte[] key, byte[]... parts) {
        try {
            var mac = Mac.getInstance("HmacMD5");
            mac.init(new SecretKeySpec(key, "HmacMD5"));
            for (var part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java can't do NTLM: no HmacMD5", e);
        }
    }

    static byte[] md5(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("MD5");
            for (var part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java can't do NTLM: no MD5", e);
        }
    }

    static byte[] rc4(byte[] key, byte[] content) {
        try {
            var cipher = Cipher.getInstance("RC4");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "RC4"));
            return cipher.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java can't do NTLM: no RC4", e);
        }
    }

    /** The channel binding hash of 3.1.5.1.2: MD5 of gss_channel_bindings_struct without addresses (RFC 2744 section 3.11). */
    static byte[] channelBindingHash(byte[] applicationData) {
        var length = NtlmBytes.all(NtlmBytes.buffer(4).putInt(applicationData.length));
        return md5(new byte[16], length, applicationData);
    }

    static byte[] utf16(String text) {
        return text.getBytes(StandardCharsets.UTF_16LE);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
