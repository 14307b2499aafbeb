package io.calque.remoting.outofproc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calque.remoting.psrp.ProtocolViolation;
import io.calque.remoting.psrp.Stream;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PacketTest {
    private static final UUID PID = UUID.fromString("792e5b37-4505-47ef-b7d2-8711bb7affa8");

    /** The shapes are those of PowerShell's OutOfProcTransportManager.cs. */
    @Test
    void packets_are_written_as_powershell_writes_them() {
        assertThat(Packet.data(PID, Stream.INPUT, new byte[] {1, 2, 3}).line())
                .isEqualTo("<Data Stream='Default' PSGuid='792e5b37-4505-47ef-b7d2-8711bb7affa8'>AQID</Data>");
        assertThat(Packet.data(PID, Stream.HOST_REPLY, new byte[] {1}).line()).contains("Stream='PromptResponse'");
        assertThat(Packet.of(Packet.Kind.SIGNAL, PID).line())
                .isEqualTo("<Signal PSGuid='792e5b37-4505-47ef-b7d2-8711bb7affa8' />");
    }

    @Test
    void every_kind_comes_back_as_itself() {
        for (Packet.Kind kind : Packet.Kind.values()) {
            Packet back = Packet.read(Packet.of(kind, PID).line());
            assertThat(back.kind()).isEqualTo(kind);
            assertThat(back.guid()).isEqualTo(PID);
        }
        assertThat(Packet.read(Packet.data(PID, Stream.HOST_REPLY, new byte[] {9})
                                .line())
                        .data())
                .containsExactly(9);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Welcome to the machine",
                "<Data Stream='Default' PSGuid='792e5b37-4505-47ef-b7d2-8711bb7affa8'>*</Data>",
                "<Data Stream='Default' PSGuid='792e5b37-4505-47ef-b7d2-8711bb7affa8'>AQID</Command>",
                "<Data Stream='Other' PSGuid='792e5b37-4505-47ef-b7d2-8711bb7affa8'>AQID</Data>",
                "<DataAck PSGuid='------------------------------------' />",
                "<DataAck />",
                ""
            })
    void what_is_no_packet_is_refused(String line) {
        assertThatThrownBy(() -> Packet.read(line)).isInstanceOf(ProtocolViolation.class);
    }

    @Property(tries = 300)
    void any_line_is_read_or_refused(@ForAll String line) {
        try {
            assertThat(Packet.read(line)).isNotNull();
        } catch (ProtocolViolation e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }
}
