package io.calque.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

class BrokenJsonTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"a": {                  | it breaks off in the middle
            {"a": "no end            | it breaks off in the middle
            {"a" 1}                  | unexpected character '1': was expecting a colon to separate property name and value
            {"a": [1}                | unexpected close marker '}': expected ']'
            {"a": nil}               | unrecognized token 'nil': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')
            """)
    void a_fault_is_told_in_words_without_the_parsers_workings(String text, String words) {
        JacksonException fault = catchThrowableOfType(JacksonException.class, () -> read(text));

        assertThat(fault).isNotNull();
        assertThat(BrokenJson.words(fault)).isEqualTo(words);
    }

    private static void read(String text) {
        try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
            while (json.nextToken() != null) {
                json.skipChildren();
            }
        }
    }
}
