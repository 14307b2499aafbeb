package io.calque.directory.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class GatheringInputTest {
    /** A server's bytes, of which so many are here. */
    private static final class Arriving extends ByteArrayInputStream {
        private int here;

        Arriving(byte[] bytes, int here) {
            super(bytes);
            this.here = here;
        }

        @Override
        public synchronized int available() {
            return Math.min(here, super.available());
        }
    }

    private final byte[] target = new byte[1 << 16];

    private List<String> reading(int here, int expected) throws IOException {
        List<String> events = new ArrayList<>();
        GatheringInput in = new GatheringInput(new Arriving(new byte[1 << 18], here), () -> events.add("a pause"));
        in.expect(expected);
        events.add(in.read(target, 0, target.length) > 0 ? "a read" : "nothing");
        return events;
    }

    @Test
    void it_waits_a_moment_once_where_little_is_here_and_much_is_to_come() throws IOException {
        assertThat(reading(100, 1 << 20)).containsExactly("a pause", "a read");
    }

    @Test
    void it_does_not_wait_where_a_large_piece_is_here() throws IOException {
        assertThat(reading(GatheringInput.PIECE, 1 << 20)).containsExactly("a read");
    }

    @Test
    void it_does_not_wait_for_small_answers_or_for_the_end_of_large_ones() throws IOException {
        assertThat(reading(0, 0)).containsExactly("a read");
        assertThat(reading(0, -5)).containsExactly("a read");
        assertThat(reading(0, GatheringInput.MUCH)).containsExactly("a read");
    }

    @Property(tries = 100)
    void the_bytes_are_the_same_whatever_is_expected(
            @ForAll byte[] bytes, @ForAll @IntRange(min = 1, max = 70_000) int piece, @ForAll int expected)
            throws IOException {
        Arriving arriving = new Arriving(bytes, 0);
        GatheringInput in = new GatheringInput(arriving, () -> arriving.here += piece);
        in.expect(expected);
        assertThat(in.readAllBytes()).isEqualTo(bytes);
    }
}
