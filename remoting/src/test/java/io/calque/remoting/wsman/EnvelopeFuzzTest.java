package io.calque.remoting.wsman;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.calque.remoting.fuzz.Budget;

/** Any body of an HTTP answer is a SOAP answer or refused, and never anything else. */
class EnvelopeFuzzTest {
    @FuzzTest(maxDuration = "3m")
    void any_envelope_is_read_or_refused(byte[] envelope) {
        Budget.within(envelope.length, () -> {
            try {
                assertThat(EnvelopeReader.read(envelope)).isNotNull();
            } catch (MalformedAnswer e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        });
    }
}
