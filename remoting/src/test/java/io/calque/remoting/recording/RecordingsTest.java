package io.calque.remoting.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.calque.remoting.clixml.CliXmlReader;
import io.calque.remoting.clixml.CliXmlWriter;
import io.calque.remoting.clixml.Limits;
import io.calque.remoting.psrp.Message;
import io.calque.remoting.psrp.Outbox;
import io.calque.remoting.psrp.Reassembly;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every byte that a real endpoint and another client exchanged is understood, and survives being cut anywhere. */
@Tag("recordings")
class RecordingsTest {
    private static final long SEED = 20_261_124;

    @Test
    void every_message_is_decoded_and_comes_back_as_itself() {
        int messages = 0;
        for (Recording recording : Recording.all()) {
            for (Map.Entry<String, byte[]> stream : Fragments.of(recording).entrySet()) {
                Reassembly reassembly = new Reassembly();
                for (byte[] bytes : reassembly.accept(stream.getValue())) {
                    Message message = Message.decode(bytes);

                    assertThat(Message.decode(message.encode()))
                            .as(recording + " " + stream.getKey())
                            .isEqualTo(message);
                    assertThat(message.type())
                            .as(recording + " " + stream.getKey())
                            .isPresent();
                    message.body()
                            .ifPresent(body -> assertThat(CliXmlReader.read(CliXmlWriter.write(body), Limits.MESSAGE))
                                    .isEqualTo(body));
                    messages++;
                }
                assertThat(reassembly.isBroken())
                        .as("rest of " + recording + " " + stream.getKey())
                        .isFalse();
            }
        }
        assertThat(messages).as("messages seen, or the recordings hold none").isPositive();
    }

    @Test
    void packets_cut_anywhere_give_the_same_messages() {
        Random random = new Random(SEED);
        for (Recording recording : Recording.all()) {
            for (byte[] bytes : Fragments.of(recording).values()) {
                List<byte[]> whole = new Reassembly().accept(bytes);
                Reassembly cut = new Reassembly();
                List<byte[]> again = new ArrayList<>();
                for (int at = 0; at < bytes.length; ) {
                    int next = Math.min(bytes.length, at + 1 + random.nextInt(random.nextBoolean() ? 40 : 40_000));
                    again.addAll(cut.accept(Arrays.copyOfRange(bytes, at, next)));
                    at = next;
                }
                assertThat(again).as(recording.name()).containsExactlyElementsOf(whole);
            }
        }
    }

    @Test
    void messages_fragmented_anew_give_the_same_messages() {
        Random random = new Random(SEED);
        for (Recording recording : Recording.all()) {
            for (byte[] bytes : Fragments.of(recording).values()) {
                List<byte[]> whole = new Reassembly().accept(bytes);
                Outbox outbox = new Outbox(new AtomicLong()::incrementAndGet);
                whole.forEach(outbox::add);
                Reassembly reassembly = new Reassembly();
                List<byte[]> again = new ArrayList<>();
                while (!outbox.isEmpty()) {
                    int room = 22 + random.nextInt(random.nextBoolean() ? 200 : 100_000);
                    byte[] packet = outbox.take(room);
                    assertThat(packet.length).isLessThanOrEqualTo(room);
                    again.addAll(reassembly.accept(packet));
                }
                assertThat(again).as(recording.name()).containsExactlyElementsOf(whole);
            }
        }
    }
}
