package io.calque.remoting.clixml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CliXmlReaderTest {

    @Test
    void a_reference_is_read_as_the_object_it_points_to() {
        CliXml read = read(
                "<Obj RefId=\"0\"><LST><Obj RefId=\"1\"><TN RefId=\"0\"><T>A</T></TN><MS><S N=\"x\">1</S></MS></Obj>"
                        + "<Ref RefId=\"1\"/><Obj RefId=\"2\"><TNRef RefId=\"0\"/></Obj></LST></Obj>");

        List<CliXml> items = read.asList();
        assertThat(items.get(1)).isEqualTo(items.get(0));
        assertThat(items.get(2))
                .isInstanceOfSatisfying(Obj.class, o -> assertThat(o.isA("A")).isTrue());
    }

    @Test
    void an_object_inside_itself_stays_a_reference_and_comes_back_as_one() {
        String xml = "<Obj RefId=\"0\"><MS><Obj N=\"Inner\" RefId=\"1\"><MS><Ref N=\"Outer\" RefId=\"0\"/></MS></Obj>"
                + "<Ref N=\"Again\" RefId=\"1\"/><Ref N=\"Self\" RefId=\"0\"/></MS></Obj>";

        Obj read = (Obj) read(xml);

        assertThat(read.label()).isEqualTo(1);
        assertThat(read.property("self")).contains(new Ref(1));
        assertThat(read.property("Again")).isEqualTo(read.property("Inner"));
        assertThat(CliXmlWriter.write(read)).isEqualTo(xml);
    }

    @Test
    void an_object_around_another_one_keeps_it_and_a_later_reference_to_it_is_read() {
        String xml =
                "<Obj RefId=\"0\"><LST><Obj RefId=\"1\"><Obj RefId=\"2\"><TN RefId=\"0\"><T>Deserialized.A</T></TN>"
                        + "<ToString>ann</ToString><MS><S N=\"Sip\">s</S><I32 N=\"Both\">1</I32></MS></Obj>"
                        + "<MS><I32 N=\"Both\">2</I32></MS></Obj><Ref RefId=\"2\"/></LST></Obj>";

        CliXml read = read(xml);

        Obj outer = (Obj) read.asList().getFirst();
        assertThat(outer.property("Sip").flatMap(CliXml::asText)).contains("s");
        assertThat(outer.property("Both").flatMap(CliXml::asLong)).contains(2L);
        assertThat(outer.asText()).contains("ann");
        assertThat(outer.isA("A")).isTrue();
        assertThat(outer.content()).isEqualTo(new Content.Base(read.asList().get(1)));
        assertThat(CliXmlReader.read(CliXmlWriter.write(read), Limits.MESSAGE)).isEqualTo(read);
    }

    @Test
    void an_object_around_itself_is_a_reference() {
        Obj read = (Obj) read("<Obj RefId=\"0\"><Ref RefId=\"0\"/></Obj>");

        assertThat(read.content()).isEqualTo(new Content.Base(new Ref(1)));
        assertThat(read.asText()).isEmpty();
        assertThat(read.property("x")).isEmpty();
        assertThat(CliXmlWriter.write(read)).isEqualTo("<Obj RefId=\"0\"><Ref RefId=\"0\"/></Obj>");
    }

    @Test
    void what_is_unknown_is_passed_over() {
        CliXml read = read(
                "<Obj RefId=\"0\" Later=\"1\"><Novel><S>lost</S></Novel><MS><Future N=\"f\"><I32>1</I32></Future><S N=\"x\">kept</S>"
                        + "<!-- a remark --></MS><?note?></Obj>");

        assertThat(read).isEqualTo(Obj.bag(Property.of("x", "kept")));
    }

    @Test
    void a_byte_order_mark_is_passed_over() {
        assertThat(read("\ufeff<S>x</S>")).isEqualTo(CliXml.of("x"));
    }

    @Test
    void a_property_is_found_in_any_case_and_the_extended_one_wins() {
        Obj read = (Obj)
                read(
                        "<Obj RefId=\"0\"><Props><S N=\"Name\">adapted</S><S N=\"Sip\">s</S></Props><MS><S N=\"name\">extended</S></MS></Obj>");

        assertThat(read.property("NAME").flatMap(CliXml::asText)).contains("extended");
        assertThat(read.property("sip").flatMap(CliXml::asText)).contains("s");
        assertThat(read.property("other")).isEmpty();
    }

    @Test
    void document_types_entities_and_second_values_are_refused() {
        refused("<!DOCTYPE S [<!ENTITY e 'x'>]><S>&e;</S>", "document type");
        refused("<!DOCTYPE S SYSTEM \"file:///etc/passwd\"><S/>", "document type");
        refused("<S>&e;</S>", "entity");
        refused("<S>a</S><S>b</S>", "not well-formed");
        refused("<Other/>", "outermost element");
        refused("", "not well-formed");
        refused("<Obj RefId=\"0\"><LST><Ref RefId=\"7\"/></LST></Obj>", "points to no object");
        refused("<Obj RefId=\"0\"><TNRef RefId=\"7\"/></Obj>", "no list of types");
        refused("<Obj RefId=\"zero\"/>", "not a number");
        refused("<Obj RefId=\"0\"><DCT><En><S N=\"Key\">a</S></En></DCT></Obj>", "lacks its key or its value");
    }

    @Test
    void bytes_that_are_no_utf8_are_refused() {
        byte[] xml = "<S>é</S>".getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> CliXmlReader.read(xml, Limits.MESSAGE))
                .isInstanceOf(MalformedCliXml.class)
                .hasMessageContaining("encoding");
    }

    @Test
    void nesting_is_limited_even_when_references_build_it() {
        refused("<Obj RefId=\"0\"><LST>".repeat(61) + "</LST></Obj>".repeat(61), "nested deeper");
        StringBuilder stairs = new StringBuilder("<Obj RefId=\"0\"><LST><Obj RefId=\"1\"/>");
        for (int i = 2; i < 100; i++) {
            stairs.append("<Obj RefId=\"%d\"><LST><Ref RefId=\"%d\"/></LST></Obj>".formatted(i, i - 1));
        }
        refused(stairs.append("</LST></Obj>").toString(), "nested deeper");
    }

    @Test
    void a_few_references_can_not_stand_for_a_huge_tree() {
        StringBuilder laughs = new StringBuilder("<Obj RefId=\"0\"><LST><Obj RefId=\"1\"/>");
        for (int i = 2; i < 50; i++) {
            laughs.append("<Obj RefId=\"%d\"><LST>".formatted(i));
            laughs.append("<Ref RefId=\"%d\"/>".formatted(i - 1).repeat(10)).append("</LST></Obj>");
        }
        refused(laughs.append("</LST></Obj>").toString(), "stands for more than");
    }

    @Test
    void what_powershell_may_nest_and_megabytes_of_escaped_text_are_read() {
        String nested = "<Obj RefId=\"0\"><DCT><En><S N=\"Key\">k</S><Obj N=\"Value\" RefId=\"1\"/></En></DCT></Obj>";
        for (int i = 0; i < 50; i++) {
            nested = "<Obj RefId=\"0\"><DCT><En><S N=\"Key\">k</S>" + nested.replaceFirst("<Obj", "<Obj N=\"Value\"")
                    + "</En></DCT></Obj>";
        }
        assertThat(read(nested)).isInstanceOf(Obj.class);
        assertThat(read("<S>" + "&amp;_x000A_".repeat(300_000) + "</S>")).isEqualTo(CliXml.of("&\n".repeat(300_000)));
    }

    @Test
    void references_to_characters_that_xml_forbids_are_read_as_dotnet_wrote_them() {
        assertThat(read("<S>a&#xFFFF;b&#xfffe;&#1;&#x0;&amp;&#65;&#x1F600;\uffff</S>"))
                .isEqualTo(CliXml.of("a\uffffb\ufffe\u0001\0&A😀\uffff"));
        String tail = "x".repeat(8_180) + "&#xFFFF;";
        for (int shift = 0; shift < 20; shift++) {
            assertThat(read("<S>" + "y".repeat(shift) + tail + "</S>"))
                    .isEqualTo(CliXml.of("y".repeat(shift) + "x".repeat(8_180) + "\uffff"));
        }
        refused("<S>&#x110000;</S>", "not well-formed");
        refused("<S>&#", "not well-formed");
    }

    @Test
    void text_is_limited() {
        Limits small = new Limits(1_000, 10, 100);
        assertThatThrownBy(() -> CliXmlReader.read("<S>" + "x".repeat(1_000) + "</S>", small))
                .isInstanceOf(MalformedCliXml.class)
                .hasMessageContaining("larger than");
        assertThatThrownBy(() -> CliXmlReader.read(
                        "<Obj RefId=\"0\"><MS>" + "<Nil N=\"p\"/>".repeat(101) + "</MS></Obj>", small))
                .isInstanceOf(MalformedCliXml.class)
                .hasMessageContaining("more than 100 values");
    }

    private static CliXml read(String xml) {
        return CliXmlReader.read(xml, Limits.MESSAGE);
    }

    private static void refused(String xml, String why) {
        assertThatThrownBy(() -> read(xml))
                .as(xml)
                .isInstanceOf(MalformedCliXml.class)
                .hasMessageContaining(why);
    }
}
