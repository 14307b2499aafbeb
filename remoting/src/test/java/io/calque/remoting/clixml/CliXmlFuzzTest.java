package io.calque.remoting.clixml;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.calque.remoting.fuzz.Budget;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.io.TempDir;

/** Foreign bytes are read or refused, and never anything else: the kept corpus, and random mutations of good values. */
class CliXmlFuzzTest {
    @TempDir
    static Path folder = Path.of("");

    private static final Limits SMALL = new Limits(1 << 20, 60, 100_000);

    /** What may break the XML, the types or the references when it is put anywhere. */
    private static final List<String> SPLICES = List.of(
            "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>",
            "&e;",
            "&#xFFFF;",
            "&#0;",
            "<Ref RefId=\"0\"/>",
            "<Obj RefId=\"0\"><LST>",
            "</LST></Obj>",
            "<TNRef RefId=\"0\"/>",
            "<![CDATA[",
            "]]>",
            "<!--",
            "_x0000_",
            "_xFFFFFFFF_",
            "\0",
            "\ufeff",
            "<I32>99999999999</I32>",
            "<D>1E999999999</D>",
            "<TS>P999999999D</TS>",
            "<DT>0000-00-00T00:00:00Z</DT>",
            " RefId=\"-2147483649\"",
            "<PR><AI/></PR>",
            "<En>");

    @FuzzTest(maxDuration = "3m")
    void any_bytes_are_read_or_refused(byte[] data) {
        Budget.within(data.length, () -> readOrRefused(data));
    }

    /** As a file that {@code Export-Clixml} wrote: streamed, in any encoding. */
    @FuzzTest(maxDuration = "3m")
    void any_file_is_read_or_refused(byte[] data) throws IOException {
        Path file = Files.write(folder.resolve("users.xml"), data);
        Budget.within(data.length, () -> {
            try {
                CliXmlFile.read(file, value -> assertThat(value).isNotNull());
            } catch (IOException e) {
                assertThat(e).isInstanceOf(CharacterCodingException.class);
            } catch (MalformedCliXml e) {
                assertThat(e.getMessage()).isNotEmpty();
            }
        });
    }

    private static void readOrRefused(byte[] data) {
        CliXml value;
        try {
            value = CliXmlReader.read(data, SMALL);
        } catch (MalformedCliXml e) {
            assertThat(e.getMessage()).isNotBlank();
            return;
        }
        assertThat(CliXmlReader.read(CliXmlWriter.write(value), Limits.MESSAGE)).isEqualTo(value);
    }

    @Provide
    Arbitrary<CliXml> trees() {
        return CliXmls.values(2);
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void cut_flipped_and_spliced_xml_is_read_or_refused(
            @ForAll("trees") CliXml tree,
            @ForAll @IntRange(max = 1_000_000) int place,
            @ForAll @IntRange(max = 255) int flip,
            @ForAll @IntRange(max = 21) int splice) {
        byte[] xml = CliXmlWriter.write(tree).getBytes(StandardCharsets.UTF_8);
        int at = place % xml.length;
        readOrRefused(Arrays.copyOf(xml, at));
        byte[] flipped = xml.clone();
        flipped[at] ^= (byte) flip;
        readOrRefused(flipped);
        String text = new String(xml, StandardCharsets.UTF_8);
        int cut = place % (text.length() + 1);
        String spliced = text.substring(0, cut) + SPLICES.get(splice) + text.substring(cut);
        readOrRefused(spliced.getBytes(StandardCharsets.UTF_8));
    }
}
