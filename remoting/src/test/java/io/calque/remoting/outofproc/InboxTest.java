package io.calque.remoting.outofproc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InboxTest {
    private static final long PATIENCE = 20_000;
    private static final UUID FIRST = UUID.fromString("792e5b37-4505-47ef-b7d2-8711bb7affa8");
    private static final UUID SECOND = UUID.fromString("2dc3d86c-bef1-4709-acbb-7c0cb5a46ed5");

    private PipedOutputStream process;
    private Inbox inbox;

    @BeforeEach
    void open() throws IOException {
        process = new PipedOutputStream();
        inbox = new Inbox(new PipedInputStream(process, 1 << 16), () -> "farewell", "test");
    }

    @AfterEach
    void close() throws IOException {
        process.close();
    }

    @Test
    void acknowledgements_that_cross_reach_those_who_wait_for_them() throws IOException {
        Inbox.Acknowledgement stop = inbox.await(Packet.Kind.SIGNAL_ACK, FIRST);
        Inbox.Acknowledgement next = inbox.await(Packet.Kind.COMMAND_ACK, SECOND);

        says(Packet.Kind.SIGNAL_ACK, FIRST);
        says(Packet.Kind.COMMAND_ACK, SECOND);

        assertThat(inbox.acknowledged(next, PATIENCE)).isTrue();
        assertThat(inbox.acknowledged(stop, PATIENCE))
                .as("the stop was acknowledged before the command was")
                .isTrue();
    }

    @Test
    void an_answer_to_one_pipeline_is_none_to_another() throws IOException {
        Inbox.Acknowledgement wanted = inbox.await(Packet.Kind.CLOSE_ACK, FIRST);

        says(Packet.Kind.CLOSE_ACK, SECOND);
        says(Packet.Kind.DATA_ACK, FIRST);

        assertThat(inbox.acknowledged(wanted, 200)).isFalse();
    }

    @Test
    void an_answer_that_came_before_the_packet_was_sent_does_not_count() throws IOException {
        Inbox.Acknowledgement marker = inbox.await(Packet.Kind.SIGNAL_ACK, FIRST);
        says(Packet.Kind.DATA_ACK, FIRST);
        says(Packet.Kind.SIGNAL_ACK, FIRST);
        assertThat(inbox.acknowledged(marker, PATIENCE)).isTrue();

        assertThat(inbox.acknowledged(inbox.await(Packet.Kind.DATA_ACK, FIRST), 200))
                .isFalse();
    }

    @Test
    void who_waits_is_told_when_nothing_more_can_come() throws IOException {
        Inbox.Acknowledgement wanted = inbox.await(Packet.Kind.DATA_ACK, FIRST);

        process.close();

        assertThat(inbox.acknowledged(wanted, PATIENCE)).isFalse();
        assertThat(inbox.gone()).isEqualTo("farewell");
    }

    @Test
    void a_reader_that_breaks_is_an_end_and_no_silence() {
        Inbox broken = new Inbox(
                new InputStream() {
                    @Override
                    public int read() {
                        throw new IllegalStateException("broken on purpose");
                    }

                    @Override
                    public int read(byte[] to, int from, int length) {
                        return read();
                    }
                },
                () -> "farewell",
                "test");

        assertThat(broken.acknowledged(broken.await(Packet.Kind.DATA_ACK, FIRST), PATIENCE))
                .isFalse();
        assertThat(broken.gone()).contains("failed");
    }

    private void says(Packet.Kind kind, UUID guid) throws IOException {
        process.write((Packet.of(kind, guid).line() + "\n").getBytes(StandardCharsets.UTF_8));
        process.flush();
    }
}
