package io.calque.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineNumberTest {
    @ParameterizedTest
    @CsvSource({
        "+49 30 1234567,tel:+49301234567",
        "+49 (0)30 1234-567,tel:+49301234567",
        "tel:+1555,tel:+1555",
        "+1555,tel:+1555",
        "+1 555,tel:+1555",
        "+49 30 1234567 ext 12,tel:+49301234567;ext=12",
        "+49301234567;ext=12,tel:+49301234567;ext=12"
    })
    void numbers_with_a_country_s_code_make_lines_however_they_are_spaced(String number, String line) {
        assertThat(LineNumber.uri(number)).contains(line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"030 1234567", "+155", "+49 30 1234567 8901234567", "+49 30 ann", "", "+"})
    void nothing_is_guessed(String number) {
        assertThat(LineNumber.uri(number)).isEmpty();
    }

    @Test
    void a_number_of_fifteen_digits_is_the_longest() {
        assertThat(LineNumber.uri("+123456789012345")).contains("tel:+123456789012345");
        assertThat(LineNumber.uri("+1234567890123456")).isEmpty();
    }
}
