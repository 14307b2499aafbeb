package io.calque.remoting.clixml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RoundTripTest {

    @Provide
    Arbitrary<String> strings() {
        return CliXmls.strings();
    }

    @Provide
    Arbitrary<CliXml> trees() {
        return CliXmls.values(2);
    }

    @Property(tries = 1_000)
    void a_string_comes_back_as_itself(@ForAll("strings") String text) {
        assertThat(Escapes.decode(Escapes.encode(text))).isEqualTo(text);
    }

    @Property(tries = 1_000)
    void an_encoded_string_holds_nothing_that_xml_can_not(@ForAll("strings") String text) {
        assertThat(Escapes.encode(text)).matches("[\\x20-\\x7E\\xA0-\\uD7FF\\uE000-\\uFFFD]*");
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void a_tree_comes_back_as_itself(@ForAll("trees") CliXml tree) {
        String xml = CliXmlWriter.write(tree);

        CliXml again = CliXmlReader.read(xml, Limits.MESSAGE);

        assertThat(again).isEqualTo(tree);
        assertThat(CliXmlWriter.write(again)).as("written twice").isEqualTo(CliXmlWriter.write(again));
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void an_object_that_comes_twice_is_written_once_and_read_as_two(@ForAll("trees") CliXml tree) {
        CliXml pair = CliXml.list(List.of(tree, tree));

        String xml = CliXmlWriter.write(pair);

        assertThat(CliXmlReader.read(xml, Limits.MESSAGE)).isEqualTo(pair);
        if (tree instanceof Obj) {
            assertThat(xml).contains("<Ref RefId=\"1\"/>");
        }
    }
}
