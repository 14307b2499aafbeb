package io.calque.directory.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** Whatever a server sends in place of LDAP is cut into answers and walked, refused, or waited for; and never anything else. */
class WireFuzzTest {
    private static final int ID = 1 << 30;

    @FuzzTest(maxDuration = "3m")
    void any_bytes_are_cut_into_answers_or_refused(byte[] bytes) throws IOException {
        String whole = cut(new ByteArrayInputStream(bytes), bytes.length);
        String inPieces = cut(
                new ByteArrayInputStream(bytes) {
                    @Override
                    public synchronized int read(byte[] target, int offset, int length) {
                        return super.read(target, offset, Math.min(7, length));
                    }
                },
                bytes.length);
        assertThat(inPieces).isEqualTo(whole);
    }

    /** What became of the answers in a stream, in words. */
    private static String cut(InputStream in, int most) throws IOException {
        Incoming incoming = new Incoming(_ -> {});
        StringBuilder told = new StringBuilder();
        try {
            while (true) {
                Incoming.Answer answer = incoming.next(in, ID);
                assertThat(answer.page().length() + answer.done().length).isLessThanOrEqualTo(most);
                told.append(answer.page().length()).append(' ').append(answer.done().length);
                answer.page().entries(entry -> told.append(' ').append(entry.position()));
            }
        } catch (EOFException e) {
            return told.append("; waits").toString();
        } catch (MalformedAnswerException e) {
            assertThat(e.getMessage()).isNotBlank();
            return told.append("; ").append(e.getMessage()).toString();
        }
    }

    @FuzzTest(maxDuration = "3m")
    void any_elements_are_walked_within_their_bytes_or_refused(byte[] bytes) {
        // What lies around is not to be seen: an element that reaches into it is refused.
        byte[] amid = new byte[bytes.length + 8];
        System.arraycopy(bytes, 0, amid, 4, bytes.length);
        try {
            walk(new Ber(amid, 4, 4 + bytes.length), 4 + bytes.length, 0);
        } catch (MalformedAnswerException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    private static void walk(Ber ber, int end, int depth) {
        while (ber.position() < end) {
            int before = ber.position();
            int tag = ber.tag();
            if (tag == Ber.OCTETS) {
                ber.text();
            } else if (tag == Ber.INTEGER) {
                ber.number();
            } else if ((tag & 0x20) != 0 && depth < 100) {
                int last = ber.open();
                walk(ber, last, depth + 1);
                assertThat(ber.position()).isEqualTo(last);
            } else {
                ber.skip();
            }
            assertThat(ber.position()).isGreaterThanOrEqualTo(before + 2);
        }
        ber.close(end);
    }
}
