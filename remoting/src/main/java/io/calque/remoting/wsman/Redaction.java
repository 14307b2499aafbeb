package io.calque.remoting.wsman;

import io.calque.security.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** Overwrites known secrets in envelopes, in their plain text and inside base64, without changing any length. */
final class Redaction {
    private static final Pattern BASE64 = Pattern.compile("(?<=>)[A-Za-z0-9+/]{24,}={0,2}(?=<)");
    private static final int SHORTEST = 4;

    private final List<byte[]> needles = new ArrayList<>();

    Redaction(List<Secret> secrets) {
        for (var secret : secrets) {
            secret.use(characters -> {
                if (characters.length >= SHORTEST) {
                    var plain = new String(characters);
                    needles.add(plain.getBytes(StandardCharsets.UTF_8));
                    needles.add(escaped(plain).getBytes(StandardCharsets.UTF_8));
                }
                return true;
            });
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    byte[] of(byte[] envelope) {
        if (needles.isEmpty()) {
            return envelope;
        }
        var copy = envelope.clone();
        overwrite(copy);
        // Latin-1 keeps one character per byte, so that what is not base64 comes out as it went in.
        var text = new String(copy, StandardCharsets.ISO_8859_1);
        return BASE64.matcher(text)
                .replaceAll(match -> {
                    if (match.group().length() % 4 != 0) {
                        return match.group();
                    }
                    var fragments = Base64.getDecoder().decode(match.group());
                    overwrite(fragments);
                    return Base64.getEncoder().encodeToString(fragments);
                })
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private void overwrite(byte[] text) {
        for (var needle : needles) {
            for (int at = 0; at + needle.length <= text.length; at++) {
                if (Arrays.equals(text, at, at + needle.length, needle, 0, needle.length)) {
                    Arrays.fill(text, at, at + needle.length, (byte) '*');
                }
            }
        }
    }
}
