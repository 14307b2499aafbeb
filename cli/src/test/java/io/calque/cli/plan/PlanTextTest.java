package io.calque.cli.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 1 | the only person changes",
                "1 | 1 | the only person is unchanged",
                "0 | 4 | all 4 people change",
                "1 | 4 | 1 of 4 people unchanged",
                "325 | 1000 | 325 of 1,000 people unchanged",
                "1000 | 1000 | all 1,000 people unchanged",
            })
    void how_many_people_stay_is_said_in_words_that_fit_their_number(long unchanged, long people, String words) {
        assertThat(PlanText.stay(unchanged, people)).isEqualTo(words);
    }
}
