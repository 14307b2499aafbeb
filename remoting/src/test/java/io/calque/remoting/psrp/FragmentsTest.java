package io.calque.remoting.psrp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FragmentsTest {

    @Property(tries = 500)
    void messages_come_back_whatever_the_room_and_the_cuts(
            @ForAll @Size(max = 6) List<@Size(min = 1, max = 200) byte[]> messages,
            @ForAll @IntRange(min = 22, max = 120) int room,
            @ForAll @IntRange(min = 1, max = 60) int cut) {
        Outbox outbox = new Outbox(new AtomicLong()::incrementAndGet);
        messages.forEach(outbox::add);
        Reassembly reassembly = new Reassembly();
        List<byte[]> back = new ArrayList<>();
        while (!outbox.isEmpty()) {
            byte[] packet = outbox.take(room);
            assertThat(packet.length).isBetween(Fragment.HEADER + 1, room);
            for (int at = 0; at < packet.length; at += cut) {
                back.addAll(reassembly.accept(Arrays.copyOfRange(packet, at, Math.min(packet.length, at + cut))));
            }
        }
        assertThat(back).containsExactlyElementsOf(messages);
        assertThat(reassembly.isBroken()).isFalse();
    }

    @Test
    void a_fragment_has_the_header_of_the_specification() {
        Outbox outbox = new Outbox(() -> 0x0102);
        outbox.add(new byte[] {7, 8, 9});

        assertThat(HexFormat.of().formatHex(outbox.take(23)))
                .isEqualTo("0000000000000102" + "0000000000000000" + "01" + "00000002" + "0708");
        assertThat(HexFormat.of().formatHex(outbox.take(23)))
                .isEqualTo("0000000000000102" + "0000000000000001" + "02" + "00000001" + "09");
    }

    @Test
    void whatever_powershells_own_receiver_refuses_is_refused() {
        refused("object number", fragment(0, 0, true, true, 1));
        refused("object number", fragment(-5, 0, true, true, 1));
        refused("empty", fragment(1, 0, true, true, 0));
        refused("empty", fragment(1, 0, true, true, -1));
        refused("larger", header(1, 0, true, true, Integer.MAX_VALUE));
        refused("another message", fragment(1, 0, false, true, 1));
        refused("another message", fragment(1, 0, true, false, 1), fragment(1, 1, true, true, 1));
        refused("another message", fragment(1, 0, true, false, 1), fragment(2, 1, false, true, 1));
        refused("was due", fragment(1, 1, true, true, 1));
        refused("was due", fragment(1, 0, true, false, 1), fragment(1, 2, false, true, 1));
    }

    @Test
    void a_length_alone_reserves_no_memory() {
        Reassembly reassembly = new Reassembly();

        assertThat(reassembly.accept(header(1, 0, true, true, Reassembly.MAX_MESSAGE)))
                .isEmpty();
        assertThat(reassembly.isBroken()).isTrue();
    }

    private static void refused(String why, byte[]... packets) {
        Reassembly reassembly = new Reassembly();
        assertThatThrownBy(() -> {
                    for (byte[] packet : packets) {
                        reassembly.accept(packet);
                    }
                })
                .isInstanceOf(ProtocolViolation.class)
                .hasMessageContaining(why);
    }

    private static byte[] fragment(long object, long number, boolean start, boolean end, int length) {
        byte[] header = header(object, number, start, end, length);
        return Arrays.copyOf(header, header.length + Math.max(0, length));
    }

    private static byte[] header(long object, long number, boolean start, boolean end, int length) {
        return ByteBuffer.allocate(Fragment.HEADER)
                .putLong(object)
                .putLong(number)
                .put((byte) ((start ? 1 : 0) | (end ? 2 : 0)))
                .putInt(length)
                .array();
    }
}
