package io.calque.powershell.psrp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calque.powershell.clixml.CliXml;
import io.calque.powershell.clixml.Obj;
import io.calque.powershell.clixml.Primitive;
import io.calque.powershell.clixml.Property;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
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
        PublicKey rsa = KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(modulus(blob), BigInteger.valueOf(65_537)));
        Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        cipher.init(Cipher.ENCRYPT_MODE, rsa);
        byte[] header = HexFormat.of().parseHex("01020000" + "10660000" + "00a40000");
        byte[] all = Arrays.copyOf(header, header.length + 256);
        System.arraycopy(turned(cipher.doFinal(aes)), 0, all, header.length, 256);
        return Base64.getEncoder().encodeToString(all);
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
