package io.calque.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.calque.licence.Reading;
import io.calque.meeting.Action;
import io.calque.meeting.Gate;
import io.calque.meeting.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page about meetings says what the data files say. */
class MeetingPageTest {
    private static final Path PAGE = Path.of("..", "docs", "meetings.md");

    @Test
    void the_page_lists_every_rule_reading_action_and_gate() throws IOException {
        String page = Files.readString(PAGE);

        assertThat(Rule.all())
                .isNotEmpty()
                .allSatisfy(rule -> assertThat(page)
                        .contains("| " + rule.id() + " | " + rule.statement() + ". | "
                                + rule.certainty().word() + " | " + rule.sources() + " |\n"));
        assertThat(Reading.all())
                .isNotEmpty()
                .allSatisfy(reading -> assertThat(page)
                        .contains("| `" + reading.topic() + "` | " + reading.rule() + " | `" + reading.choice() + "` | "
                                + reading.meaning() + " | " + reading.sources() + " | "));
        assertThat(Action.words())
                .hasSize(22)
                .allSatisfy(word -> assertThat(page).contains("`" + word + "`"));
        for (Gate gate : Gate.values()) {
            assertThat(page).contains("| `" + gate.word() + "` | ");
        }
    }
}
