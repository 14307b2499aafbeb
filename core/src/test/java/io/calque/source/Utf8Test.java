package io.calque.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8Test {
    private static final int CHUNK = 1 << 16;

    @Property(tries = 300)
    void bytes_are_judged_as_the_strict_decoder_judges_them(
            @ForAll @Size(max = 12) byte[] some, @ForAll @IntRange(max = 40) int ascii) throws IOException {
        byte[] bytes = around(ascii, some, 9);
        assertThat(holds(bytes)).isEqualTo(decodes(bytes));
    }

    @Property(tries = 200)
    void text_is_text_wherever_a_chunk_ends(@ForAll String text, @ForAll @IntRange(max = 12) int before)
            throws IOException {
        byte[] some = (text + "\uD83D\uDE00é").getBytes(StandardCharsets.UTF_8);
        assertThat(holds(around(CHUNK - before, some, 100))).isTrue();
        assertThat(holds(around(CHUNK - before, Arrays.copyOf(some, some.length - 1), 0)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "12345678", "123456789", "é", "1234567é", "日本語"})
    void short_texts_are_text(String text) throws IOException {
        assertThat(holds(text.getBytes(StandardCharsets.UTF_8))).isTrue();
    }

    private static boolean holds(byte[] bytes) throws IOException {
        return Utf8.holds(new ByteArrayInputStream(bytes));
    }

    private static byte[] around(int before, byte[] some, int after) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("a".repeat(before).getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(some);
        bytes.writeBytes("z".repeat(after).getBytes(StandardCharsets.US_ASCII));
        return bytes.toByteArray();
    }

    private static boolean decodes(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException _) {
            return false;
        }
    }
}
