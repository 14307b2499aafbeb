package io.calque.choice;

import static io.calque.choice.ArticlePolicies.FIVE;
import static io.calque.choice.ArticlePolicies.licensing;
import static io.calque.choice.ArticlePolicies.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.calque.Golden;
import io.calque.catalogue.ProductVersion;
import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class DiagramTest {
    private static final Tree ARTICLE = Tree.of(licensing(ProductVersion.LYNC_2010), FIVE);
    private static final String HOSTILE = "</text><script>&\"'\u0007]]>";

    @Test
    @Tag("golden")
    void the_articles_diagram_as_svg() {
        Golden.check(getClass(), "article.svg", SvgDiagram.of("Which conferencing policy?", ARTICLE));
    }

    @Test
    @Tag("golden")
    void the_articles_diagram_as_mermaid() {
        Golden.check(getClass(), "article.mmd", Mermaid.of(ARTICLE));
    }

    @Test
    void the_articles_diagram_fits_a_screen_of_1280() {
        assertThat(new Layout(ARTICLE).width()).isLessThanOrEqualTo(1280);
    }

    @Test
    void boxes_do_not_overlap() {
        List<Layout.Box> boxes = new Layout(ARTICLE).boxes();

        assertThat(boxes)
                .hasSize(9)
                .allSatisfy(a -> assertThat(boxes)
                        .allSatisfy(b -> assertThat(a.equals(b)
                                        || a.x() != b.x()
                                        || a.y() + a.height() < b.y()
                                        || b.y() + b.height() < a.y())
                                .isTrue()));
    }

    @Test
    void hostile_names_stay_text() throws ParserConfigurationException, SAXException, java.io.IOException {
        Tree tree = Tree.of(
                licensing(ProductVersion.SFB_SE),
                List.of(policy(HOSTILE, ""), policy("x\"]; click n0 \"", "AllowPolls=False")));

        Document svg = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(SvgDiagram.of("t", tree))));

        assertThat(svg.getElementsByTagName("script").getLength()).isZero();
        assertThat(svg.getDocumentElement().getTextContent())
                .contains("</text>")
                .contains("\uFFFD");
        assertThat(Mermaid.of(tree).lines()).hasSize(6).noneMatch(line -> line.contains("click n0 \""));
    }

    @Test
    void a_long_name_is_broken_into_lines_that_fit() {
        String name = "A".repeat(100);

        assertThat(WrappedText.lines(name, 14))
                .hasSizeGreaterThan(4)
                .allSatisfy(line -> assertThat(WrappedText.width(line)).isLessThanOrEqualTo(14));
        assertThat(String.join("", WrappedText.lines("ENT_CAL_REC_AudioVideo_PSTN", 12)))
                .isEqualTo("ENT_CAL_REC_AudioVideo_PSTN");
    }
}
