package io.calque.remoting.clixml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of MS-PSRP 2.2.5.3.2 and of .NET's XmlConvert.DecodeName. Java escapes in the left column are resolved by the test. */
class EscapesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "plain|plain",
                "a_b|a_b",
                "a_|a_",
                "_x|_x005F_x",
                "_X41|_x005F_X41",
                "_x0041_|_x005F_x0041_",
                "_x0041_x0042_|_x005F_x0041_x005F_x0042_",
                "U+000A|_x000A_",
                "U+000D|_x000D_",
                "U+0000|_x0000_",
                "U+001F|_x001F_",
                "U+007F|_x007F_",
                "U+0085|_x0085_",
                "U+009F|_x009F_",
                "U+00A0|U+00A0",
                "U+D83D|_xD83D_",
                "U+1F600|_xD83D__xDE00_",
                "U+FFFF|_xFFFF_",
            })
    void a_string_is_written_as_powershell_writes_it(String text, String encoded) {
        assertThat(Escapes.encode(resolved(text))).isEqualTo(resolved(encoded));
        assertThat(Escapes.decode(resolved(encoded))).isEqualTo(resolved(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "_x0041_|A",
                "_X0041_|A",
                "_x000a_|U+000A",
                "_x0001F600_|U+1F600",
                "_x00000041_|A",
                "_x0041_x0042_|Ax0042_",
                "_x0041__x0042_|AB",
                "_x00110000_|_x00110000_",
                "_x041_|_x041_",
                "_x00412_|_x00412_",
                "_xGGGG_|_xGGGG_",
                "_x００41_|_x００41_",
                "_x0041|_x0041",
                "__x0041_|_A",
                "_x_x0041_|_xA",
                "_x005F_x0041_|_x0041_",
            })
    void a_string_is_read_as_dotnet_reads_it(String encoded, String text) {
        assertThat(Escapes.decode(encoded)).isEqualTo(resolved(text));
    }

    private static String resolved(String text) {
        return text.startsWith("U+") ? Character.toString(Integer.parseInt(text, 2, text.length(), 16)) : text;
    }
}
