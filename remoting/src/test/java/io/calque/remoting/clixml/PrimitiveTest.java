package io.calque.remoting.clixml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrimitiveTest {

    /** The examples of MS-PSRP 2.2.5.1, section by section. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<S>This is a string</S>",
                "<C>97</C>",
                "<B>true</B>",
                "<DT>2008-04-11T10:42:32.2731993-07:00</DT>",
                "<TS>PT9.0269026S</TS>",
                "<By>254</By>",
                "<SB>-127</SB>",
                "<U16>65535</U16>",
                "<I16>-32767</I16>",
                "<U32>4294967295</U32>",
                "<I32>-2147483648</I32>",
                "<U64>18446744073709551615</U64>",
                "<I64>-9223372036854775808</I64>",
                "<Sg>12.34</Sg>",
                "<Db>12.34</Db>",
                "<D>12.34</D>",
                "<BA>AQIDBA==</BA>",
                "<G>792e5b37-4505-47ef-b7d2-8711bb7affa8</G>",
                "<URI>http://www.microsoft.com/</URI>",
                "<Nil/>",
                "<Version>6.2.1.3</Version>",
                "<XD>&lt;name attribute=&quot;value&quot;&gt;Content&lt;/name&gt;</XD>",
                "<SBK>get-command -type cmdlet</SBK>",
                "<SS>bnUwBgAA</SS>",
                "<SemanticVersion>7.6.0-preview.5</SemanticVersion>",
                "<Db>INF</Db>",
                "<Sg>-INF</Sg>",
                "<Db>NaN</Db>",
                "<TS>-P10675199DT2H48M5.4775807S</TS>",
                "<DT>0001-01-01T00:00:00</DT>",
                "<DT>9999-12-31T23:59:59.9999999Z</DT>",
            })
    void the_specifications_own_examples_come_back_as_they_are(String xml) {
        assertThat(CliXmlWriter.write(CliXmlReader.read(xml, Limits.MESSAGE))).isEqualTo(xml);
    }

    @Test
    void dates_and_lengths_mean_what_they_say() {
        assertThat(read("<DT>2008-04-11T10:42:32.2731993-07:00</DT>"))
                .isEqualTo(new Primitive.DateTime(
                        LocalDateTime.of(2008, 4, 11, 10, 42, 32, 273_199_300), ZoneOffset.ofHours(-7)));
        assertThat(read("<TS>P1Y2M3DT4H5M6.7S</TS>"))
                .isEqualTo(new Primitive.TimeSpan(Duration.ofDays(365 + 60 + 3)
                        .plusHours(4)
                        .plusMinutes(5)
                        .plusMillis(6_700)));
        assertThat(read("<U64>18446744073709551615</U64>").asLong()).isEmpty();
        assertThat(read("<B>1</B>")).isEqualTo(CliXml.of(true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<I32>2147483648</I32>",
                "<I32></I32>",
                "<By>256</By>",
                "<U64>-1</U64>",
                "<B>yes</B>",
                "<C>65536</C>",
                "<C>a</C>",
                "<D>1E+1000000000</D>",
                "<D>79228162514264337593543950336</D>",
                "<Db>0x1p3</Db>",
                "<Db>1d</Db>",
                "<DT>2008-13-11T10:42:32</DT>",
                "<DT>2008-02-30T10:42:32</DT>",
                "<DT>-99999-01-01T00:00:00</DT>",
                "<TS>P</TS>",
                "<TS>PT</TS>",
                "<TS>P999999999DT0S</TS>",
                "<G>1-1-1-1-1</G>",
                "<BA>*</BA>",
                "<Version>1</Version>",
                "<Version>1.2.3.4.5</Version>",
                "<Version>1.-2</Version>",
                "<PR><AI>x</AI></PR>",
            })
    void what_is_no_value_of_its_type_is_refused_with_its_place(String xml) {
        assertThatThrownBy(() -> read(xml))
                .isInstanceOfSatisfying(
                        MalformedCliXml.class, e -> assertThat(e.line()).isEqualTo(1));
    }

    @Test
    void secrets_never_print_themselves_and_are_never_written_bare() {
        Primitive.Secret secret = new Primitive.Secret("hunter2");
        assertThat(secret.toString()).doesNotContain("hunter2");
        assertThat(new Primitive.SecureString("aHVudGVyMg==").toString()).doesNotContain("aHVudGVyMg");
        assertThat(secret.asText()).isEmpty();
        assertThatThrownBy(() -> CliXmlWriter.write(Obj.bag(new Property("Pin", secret))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("hunter2");
    }

    private static CliXml read(String xml) {
        return CliXmlReader.read(xml, Limits.MESSAGE);
    }
}
