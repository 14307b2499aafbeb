package io.calque.remoting.psrp;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.calque.remoting.clixml.CliXml;
import io.calque.remoting.clixml.CliXmls;
import io.calque.remoting.fuzz.Budget;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever a server sends, a pool and a pipeline take it or say that it breaks the protocol, and never anything else. */
class PsrpFuzzTest {

    /** Made once: a fresh RSA key for every try would take longer than the rest. */
    private static final KeyExchange KEYS = new KeyExchange();

    @FuzzTest(maxDuration = "3m")
    void any_bytes_are_taken_or_refused(byte[] data) {
        Budget.within(data.length, () -> takenOrRefused(data));
    }

    /** The first byte chooses the kind of message; the rest is its body. */
    @FuzzTest(maxDuration = "3m")
    void any_body_is_taken_or_refused(byte[] data) {
        if (data.length == 0) {
            return;
        }
        MessageType[] types = MessageType.values();
        ByteBuffer message = ByteBuffer.allocate(39 + data.length).order(ByteOrder.LITTLE_ENDIAN);
        message.putInt(Message.CLIENT).putInt(types[Byte.toUnsignedInt(data[0]) % types.length].code());
        message.position(40).put(data, 1, data.length - 1);
        Outbox outbox = new Outbox(new AtomicLong()::incrementAndGet);
        outbox.add(message.array());
        byte[] fragments = outbox.take(100 + data.length);
        Budget.within(fragments.length, () -> {
            takenOrRefused(fragments);
            pipelineTakesOrRefuses(fragments);
        });
    }

    private static void takenOrRefused(byte[] data) {
        try {
            for (byte[] message : new Reassembly().accept(data)) {
                Message.decode(message);
            }
        } catch (ProtocolViolation e) {
            assertThat(e.getMessage()).isNotBlank();
        }
        try {
            RunspacePool pool = new RunspacePool(new UUID(1, 2), KEYS);
            pool.accept(data);
        } catch (ProtocolViolation e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    @Provide
    Arbitrary<CliXml> trees() {
        return CliXmls.values(2);
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void any_body_of_any_message_is_taken_or_refused(
            @ForAll MessageType type, @ForAll("trees") CliXml body, @ForAll @IntRange(max = 100_000) int place) {
        Message message = new Message(Message.CLIENT, type.code(), NetGuid.ZERO, NetGuid.ZERO, Optional.of(body));
        Outbox outbox = new Outbox(new AtomicLong()::incrementAndGet);
        outbox.add(message.encode());
        List<byte[]> packets = new ArrayList<>();
        while (!outbox.isEmpty()) {
            packets.add(outbox.take(22 + place % 500));
        }
        byte[] whole = joined(packets);
        takenOrRefused(whole);
        takenOrRefused(Arrays.copyOf(whole, place % whole.length));
        byte[] flipped = whole.clone();
        flipped[place % whole.length] ^= (byte) (1 << (place % 8));
        takenOrRefused(flipped);
        pipelineTakesOrRefuses(whole);
    }

    private static void pipelineTakesOrRefuses(byte[] fragments) {
        RunspacePool pool = new RunspacePool(new UUID(1, 2), KEYS);
        Pipeline pipeline = new Pipeline(
                pool, new UUID(3, 4), List.of(Command.of("Get-It")), false, new AtomicLong()::incrementAndGet);
        try {
            pipeline.accept(fragments);
        } catch (ProtocolViolation e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    private static byte[] joined(List<byte[]> packets) {
        byte[] all = new byte[packets.stream().mapToInt(packet -> packet.length).sum()];
        int at = 0;
        for (byte[] packet : packets) {
            System.arraycopy(packet, 0, all, at, packet.length);
            at += packet.length;
        }
        return all;
    }
}
