package io.calque.cli.manual;

import static org.assertj.core.api.Assertions.assertThat;

import io.calque.cli.commands.Commands;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ManualPagesTest {
    private final Map<String, String> pages = new ManualPages("1.2.3").all();

    @Test
    void every_command_has_a_page_that_is_named_after_it() {
        assertThat(Commands.values()).hasSizeGreaterThan(10).allSatisfy(entry -> {
            String page = pages.get("calque-" + entry.word() + ".1");
            assertThat(page)
                    .contains("calque\\-" + entry.word() + " \\- "
                            + entry.summary().replace("-", "\\-"));
            assertThat(pages.get("calque.1")).contains("calque\\-" + entry.word() + "(1)");
        });
    }

    @Test
    void a_page_has_every_option_of_its_command() {
        assertThat(pages.get("calque-check.1"))
                .contains(".TH \"CALQUE\\-CHECK\" 1 \"\" \"Calque 1.2.3\"")
                .contains("\\fB\\-\\-all\\fR", "\\fB\\-\\-format FORMAT\\fR", "\\fB\\-h, \\-\\-help\\fR")
                .contains("calque check contoso");
    }

    @Test
    void no_text_is_read_as_a_request_or_an_escape() {
        String page = new Roff()
                .paragraph(".so /etc/passwd")
                .verbatim(List.of("'x", "calque explain 'CONTOSO\\ann'"))
                .toString();

        assertThat(page).contains("\n\\&.so /etc/passwd\n", "\n\\&'x\n", "'CONTOSO\\eann'");
    }
}
