package io.calque.remoting.clixml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CliXmlFileTest {
    private static final List<CliXml> USERS = List.of(
            Obj.bag(Property.of("DisplayName", "Zoë 😀"), Property.of("Enabled", true)),
            Obj.bag(Property.of("DisplayName", "Bob"), Property.of("Enabled", false)),
            CliXml.of("text"));

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"UTF-8,''", "UTF-8,EFBBBF", "UTF-16LE,FFFE", "UTF-16BE,FEFF", "UTF-16LE,''", "UTF-16BE,''"})
    void objects_come_one_by_one_in_every_encoding(String charset, String mark) throws IOException {
        byte[] bom = java.util.HexFormat.of().parseHex(mark);
        byte[] text = CliXmlWriter.document(USERS).getBytes(Charset.forName(charset));
        byte[] all = new byte[bom.length + text.length];
        System.arraycopy(bom, 0, all, 0, bom.length);
        System.arraycopy(text, 0, all, bom.length, text.length);

        assertThat(read(Files.write(folder.resolve("u.xml"), all))).isEqualTo(USERS);
    }

    @Test
    void an_object_may_refer_to_one_handed_over_before() throws IOException {
        CliXml first = USERS.getFirst();
        String xml = CliXmlWriter.document(List.of(first, USERS.get(1), first));
        assertThat(xml).contains("<Ref RefId=\"0\"/>");

        assertThat(read(Files.writeString(folder.resolve("u.xml"), xml))).containsExactly(first, USERS.get(1), first);
    }

    @Test
    void the_first_line_of_a_process_and_an_xml_declaration_are_passed_over() throws IOException {
        String xml = "#< CLIXML\r\n" + CliXmlWriter.document(USERS);
        assertThat(read(Files.writeString(folder.resolve("a.xml"), xml))).isEqualTo(USERS);
        String declared = "<?xml version=\"1.0\" encoding=\"utf-16\"?>\r\n" + CliXmlWriter.document(USERS);
        assertThat(read(Files.writeString(folder.resolve("b.xml"), declared, StandardCharsets.UTF_16LE)))
                .isEqualTo(USERS);
    }

    @Test
    void a_file_cut_short_is_refused_with_its_place() throws IOException {
        String xml = CliXmlWriter.document(USERS);
        Path file = Files.writeString(folder.resolve("cut.xml"), xml.substring(0, xml.length() - 20));

        assertThatThrownBy(() -> read(file)).isInstanceOfSatisfying(MalformedCliXml.class, fault -> {
            assertThat(fault.line()).isEqualTo(1);
            assertThat(fault.column()).isBetween(200, 299);
        });
    }

    @Test
    void what_is_not_an_export_and_what_is_not_there_are_refused() throws IOException {
        Path html = Files.writeString(folder.resolve("page.xml"), "<html></html>");
        assertThatThrownBy(() -> read(html))
                .isInstanceOf(MalformedCliXml.class)
                .hasMessageContaining("outermost element");
        assertThatThrownBy(() -> read(folder.resolve("none.xml"))).isInstanceOf(NoSuchFileException.class);
    }

    private static List<CliXml> read(Path file) throws IOException {
        List<CliXml> values = new ArrayList<>();
        CliXmlFile.read(file, values::add);
        return values;
    }
}
