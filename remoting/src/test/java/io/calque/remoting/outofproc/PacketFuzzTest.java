package io.calque.remoting.outofproc;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.calque.remoting.fuzz.Budget;
import io.calque.remoting.psrp.ProtocolViolation;
import java.nio.charset.StandardCharsets;

/** Any line of a process is a packet or refused, and never anything else. */
class PacketFuzzTest {
    @FuzzTest(maxDuration = "3m")
    void any_line_is_read_or_refused(byte[] line) {
        Budget.within(line.length, () -> {
            try {
                Packet packet = Packet.read(new String(line, StandardCharsets.UTF_8));
                Packet again = Packet.read(packet.line());
                assertThat(again.guid()).isEqualTo(packet.guid());
                assertThat(again.data()).isEqualTo(packet.data());
            } catch (ProtocolViolation e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        });
    }
}
