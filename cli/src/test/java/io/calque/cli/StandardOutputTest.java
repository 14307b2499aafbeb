package io.calque.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StandardOutputTest {
    @Test
    void an_answer_that_a_full_disk_cut_off_is_told() {
        StandardOutput out = failingWith("No space left on device");
        print(out);

        assertThat(out.trouble())
                .hasValueSatisfying(finding -> assertThat(finding.message())
                        .isEqualTo("the answer could not be written to the end: No space left on device"));
    }

    @Test
    void whoever_reads_a_pipe_may_stop_reading() {
        StandardOutput out = failingWith("Broken pipe");
        print(out);

        assertThat(out.trouble()).isEmpty();
    }

    @Test
    void an_answer_that_was_written_is_no_trouble() {
        StandardOutput out = new StandardOutput(OutputStream.nullOutputStream());
        print(out);

        assertThat(out.trouble()).isEmpty();
    }

    private static void print(OutputStream out) {
        PrintWriter writer = new PrintWriter(out, false, StandardCharsets.UTF_8);
        writer.println("answer");
        writer.flush();
    }

    private static StandardOutput failingWith(String message) {
        return new StandardOutput(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(message);
            }
        });
    }
}
