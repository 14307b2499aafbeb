package io.calque.remoting.psrp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calque.remoting.clixml.CliXml;
import io.calque.remoting.clixml.Obj;
import io.calque.remoting.clixml.Primitive;
import io.calque.remoting.clixml.Property;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** The server's side is written out here from the specification, with none of the code under test (MS-PSRP 2.2.2.3 and 2.2.2.4). */
class KeyExchangeTest {
    private static final byte[] AES =
            HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");

    /** The example of MS-PSRP 2.2.2.3. */
    private static final String PUBLIC_KEY =
            "BgIAAACkAABSU0ExAAgAAAEAAQBxLtiI7U4s5gkx4zzFaRyhCgTwSYWBdxx6MfjJMXcuLewnq7RvIo6yfgcN2s8FXrelHs8y34S0"
                    + "fdvM/fbSXjaacKOQoLVvOgyVf1x7EODpDADW2Tj9RIz52hcsVzNFfkfT4EhMvcJbDIqtEwIF6BmjHc5yNPsywTFD6QU50BIySeV7"
                    + "IT3qhjxihQEbMt/shf0DcFX07JIs37FPPZpesaviyG3RZjhQbfCbJ66vlea+1ocVYgqM7W98ZIeHlRT2XhrPSD+hwriUcfG3oOJI"
                    + "ILpo2acpAxcz8KCEOkpocH4wA/IgF+9UcaeanOkBXqK3xc9LPtVuQ7otZYa+zvrTZXe4";

    /** The example of MS-PSRP 2.2.2.4, for a key that nobody published. */
    private static final String SESSION_KEY =
            "AQIAABBmAAAApAAAgY6iLhsPXjMGza6Rc6JeEfezwTaZjJhm+gj55YRVzv6QTyRkl3j9XuESv5WhNwHHZD0pAwDC5iZcxFCKtZ4P"
                    + "SuBIy6EULAuvxUCvREZ2NueMLUzbOaLviFc4Y2Qf9rPEBfjK/iKyudKTiF4bY92RTZxoxVECaT4Z9EJI4QyigCIUfjY7oXzcntkc"
                    + "09Its+v9HgoQY50qXCtqB+r1Npdx3gYPvtuTPsRGGPlmKnns6gVALeh8Tw/FPo8EMk+oGpfAUZjhxcNpmrniujs8UTlDzV8JWa/s"
                    + "EjrpewEGTBRWs0AQ3yEj2ALZzpwDa+bHhSp8TtJV+V6ZN7MvTX2igcAwQA==";

    @Test
    void the_key_of_the_specification_s_example_is_written_as_there() throws GeneralSecurityException {
        PublicKey key = rsa(Base64.getDecoder().decode(PUBLIC_KEY));

        assertThat(new KeyExchange(() -> new KeyPair(key, null)).publicKey()).isEqualTo(PUBLIC_KEY);
    }

    @Test
    void the_session_key_of_the_specification_s_example_has_the_right_shape_and_another_owner() {
        assertThatThrownBy(() -> new KeyExchange().accept(SESSION_KEY))
                .isInstanceOf(ProtocolViolation.class)
                .hasMessageNotContaining("not an AES-256 key");
        assertThatThrownBy(() -> new KeyExchange().accept(PUBLIC_KEY)).hasMessageContaining("not an AES-256 key");
    }

    @Test
    void the_public_key_has_the_shape_of_a_publickeyblob() {
        byte[] blob = Base64.getDecoder().decode(new KeyExchange().publicKey());

        assertThat(blob).hasSize(16 + 4 + 256);
        assertThat(HexFormat.of().formatHex(blob, 0, 20))
                .isEqualTo("06020000" + "00a40000" + "52534131" + "00080000" + "01000100");
        assertThat(modulus(blob).bitLength()).isEqualTo(2_048);
    }

    @Test
    void a_secret_is_what_the_server_decrypts_it_to() throws GeneralSecurityException {
        KeyExchange keys = exchanged();
        Obj value = Obj.bag(new Property("Pin", new Primitive.Secret("pä’ss😀")), Property.of("Other", 1));

        Obj sealed = (Obj) Secrets.sealed(value, keys);

        assertThat(sealed.property("Other")).contains(CliXml.of(1));
        Primitive.SecureString pin =
                (Primitive.SecureString) sealed.property("Pin").orElseThrow();
        Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(AES, "AES"), new IvParameterSpec(new byte[16]));
        assertThat(new String(cipher.doFinal(Base64.getDecoder().decode(pin.encrypted())), StandardCharsets.UTF_16LE))
                .isEqualTo("pä’ss😀");
        assertThat(keys.decrypt(pin.encrypted())).isEqualTo("pä’ss😀");
    }

    @Test
    void secrets_are_found_wherever_they_stand() throws GeneralSecurityException {
        CliXml deep = CliXml.list(List.of(Obj.bag(new Property("a", CliXml.list(List.of(new Primitive.Secret("x")))))));

        assertThat(Secrets.areIn(deep)).isTrue();
        CliXml sealed = Secrets.sealed(deep, exchanged());
        assertThat(Secrets.areIn(sealed)).isFalse();
        assertThat(Secrets.areIn(CliXml.list(List.of(CliXml.of("x"))))).isFalse();
    }

    @Test
    void a_key_that_is_none_or_for_another_is_refused() throws GeneralSecurityException {
        KeyExchange keys = new KeyExchange();
        String foreign = answer(new KeyExchange().publicKey(), AES);
        String small = answer(keys.publicKey(), Arrays.copyOf(AES, 16));
        for (String bad : List.of("", "*", "AAAA", Base64.getEncoder().encodeToString(new byte[268]), foreign, small)) {
            assertThatThrownBy(() -> keys.accept(bad)).isInstanceOf(ProtocolViolation.class);
        }
        assertThat(keys.isDone()).isFalse();
        assertThatThrownBy(() -> keys.decrypt("AAAA")).isInstanceOf(IllegalStateException.class);
    }

    private static KeyExchange exchanged() throws GeneralSecurityException {
        KeyExchange keys = new KeyExchange();
        keys.accept(answer(keys.publicKey(), AES));
        return keys;
    }

    private static String answer(String publicKey, byte[] aes) throws GeneralSecurityException {
        byte[] blob = Base64.getDecoder().decode(publicKey);
        PublicKey rsa = rsa(blob);
        Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        cipher.init(Cipher.ENCRYPT_MODE, rsa);
        byte[] header = HexFormat.of().parseHex("01020000" + "10660000" + "00a40000");
        byte[] all = Arrays.copyOf(header, header.length + 256);
        System.arraycopy(turned(cipher.doFinal(aes)), 0, all, header.length, 256);
        return Base64.getEncoder().encodeToString(all);
    }

    private static PublicKey rsa(byte[] blob) throws GeneralSecurityException {
        return KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(modulus(blob), BigInteger.valueOf(65_537)));
    }

    private static BigInteger modulus(byte[] blob) {
        return new BigInteger(1, turned(Arrays.copyOfRange(blob, 20, blob.length)));
    }

    private static byte[] turned(byte[] bytes) {
        byte[] turned = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            turned[bytes.length - 1 - i] = bytes[i];
        }
        return turned;
    }
}
