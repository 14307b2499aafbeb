package io.calque.remoting.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.calque.remoting.fuzz.Budget;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;

/** Any bytes on a connection are an HTTP answer within the limits, are refused, or end too early; and never anything else. */
class ResponseFuzzTest {
    private static final Limits LIMITS = new Limits(Duration.ofSeconds(1), Duration.ofSeconds(1), 2_048, 10_000);

    @FuzzTest(maxDuration = "3m")
    void any_answer_is_read_or_refused(byte[] bytes) throws IOException {
        Budget.within(bytes.length, () -> {
            try {
                Response response = new ResponseParser(new ByteArrayInputStream(bytes), LIMITS).read();
                assertThat(response.body().length).isLessThanOrEqualTo(LIMITS.bodyBytes());
                assertThat(response.status()).isBetween(200, 599);
            } catch (EOFException e) {
                assertThat(bytes.length).isLessThan(1 << 20);
            } catch (ResponseParser.Refused e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        });
    }
}
