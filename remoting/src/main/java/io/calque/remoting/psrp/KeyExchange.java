package io.calque.remoting.psrp;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Supplier;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The session key for secrets: the client shows an RSA key, the server answers with an AES key encrypted by it (MS-PSRP 2.2.2.3, 2.2.2.4,
 * 2.2.5.1.24). Secrets are only as safe as the transport below, because nothing proves who sent the key. Not thread-safe.
 */
public final class KeyExchange {
    private static final int BITS = 2048;
    private static final byte[] PUBLIC_HEADER = {6, 2, 0, 0, 0, (byte) 0xA4, 0, 0, 'R', 'S', 'A', '1', 0, 8, 0, 0};
    private static final byte[] SESSION_HEADER = {1, 2, 0, 0, 0x10, 0x66, 0, 0, 0, (byte) 0xA4, 0, 0};

    private final Supplier<KeyPair> source;
    private @Nullable KeyPair pair;
    private @Nullable SecretKey key;

    /** An exchange with a fresh key of 2048 bits, made when it is first needed. */
    public KeyExchange() {
        this(KeyExchange::fresh);
    }

    /** An exchange with the RSA key of 2048 bits that the source gives. */
    public KeyExchange(Supplier<KeyPair> source) {
        this.source = source;
    }

    private static KeyPair fresh() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has RSA", e);
        }
    }

    /** Whether the server has sent its key. */
    public boolean isDone() {
        return key != null;
    }

    /** The public key as a CAPI PUBLICKEYBLOB, in base64. */
    public String publicKey() {
        RSAPublicKey rsa = (RSAPublicKey) pair().getPublic();
        ByteBuffer blob =
                ByteBuffer.allocate(PUBLIC_HEADER.length + 4 + BITS / 8).order(ByteOrder.LITTLE_ENDIAN);
        blob.put(PUBLIC_HEADER).putInt(rsa.getPublicExponent().intValueExact());
        byte[] modulus = reversed(rsa.getModulus().toByteArray());
        blob.put(modulus, 0, BITS / 8);
        return Base64.getEncoder().encodeToString(blob.array());
    }

    /**
     * Takes the server's answer, a CAPI SIMPLEBLOB in base64.
     *
     * @throws ProtocolViolation when it is none, or not meant for this key
     */
    public void accept(String base64) {
        byte[] blob;
        try {
            blob = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            throw new ProtocolViolation("the session key is not base64", e);
        }
        if (blob.length != SESSION_HEADER.length + BITS / 8
                || !Arrays.equals(SESSION_HEADER, Arrays.copyOf(blob, SESSION_HEADER.length))) {
            throw new ProtocolViolation("the session key is not an AES-256 key under RSA");
        }
        try {
            Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
            cipher.init(Cipher.DECRYPT_MODE, pair().getPrivate());
            byte[] aes = cipher.doFinal(reversed(Arrays.copyOfRange(blob, SESSION_HEADER.length, blob.length)));
            if (aes.length != 32) {
                throw new ProtocolViolation("the session key has " + aes.length + " bytes instead of 32");
            }
            key = new SecretKeySpec(aes, "AES");
        } catch (GeneralSecurityException e) {
            throw new ProtocolViolation("the session key was not made for this session", e);
        }
    }

    /**
     * A secret as the server expects it.
     *
     * @throws IllegalStateException before the exchange is done
     */
    String encrypt(String secret) {
        byte[] cipherText = aes(Cipher.ENCRYPT_MODE, secret.getBytes(StandardCharsets.UTF_16LE));
        return Base64.getEncoder().encodeToString(cipherText);
    }

    /**
     * What the server encrypted.
     *
     * @throws IllegalStateException before the exchange is done
     * @throws ProtocolViolation when it is not encrypted with this key
     */
    public String decrypt(String base64) {
        try {
            return new String(aes(Cipher.DECRYPT_MODE, Base64.getDecoder().decode(base64)), StandardCharsets.UTF_16LE);
        } catch (IllegalArgumentException e) {
            throw new ProtocolViolation("a secure string is not base64", e);
        }
    }

    private byte[] aes(int mode, byte[] bytes) {
        if (key == null) {
            throw new IllegalStateException("there is no session key yet");
        }
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            // The protocol prescribes a vector of zeros.
            cipher.init(mode, key, new IvParameterSpec(new byte[16]));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new ProtocolViolation("a secure string is not encrypted with this session's key", e);
        }
    }

    private KeyPair pair() {
        KeyPair made = pair == null ? source.get() : pair;
        pair = made;
        return made;
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] turned = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            turned[i] = bytes[bytes.length - 1 - i];
        }
        return turned;
    }
}
