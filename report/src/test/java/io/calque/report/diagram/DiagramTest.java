package io.calque.report.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import io.calque.catalogue.PolicyType;
import io.calque.catalogue.ProductVersion;
import io.calque.catalogue.Value;
import io.calque.choice.Tree;
import io.calque.diagnostic.Findings;
import io.calque.licence.Profile;
import io.calque.policy.Identity;
import io.calque.policy.Licensing;
import io.calque.policy.Policy;
import io.calque.testing.Golden;
import io.calque.workspace.DeclaredPolicy;
import io.calque.workspace.Template;
import io.calque.workspace.Workspace;
import io.calque.workspace.WorkspaceReader;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class DiagramTest {
    private static final Tree ARTICLE = article();
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
                Licensing.of(ProductVersion.SFB_SE, Profile.of(Profile.DEFAULT).orElseThrow()),
                List.of(
                        policy(HOSTILE, Map.of()),
                        policy("x\"]; click n0 \"", Map.of("AllowPolls", new Value.Flag(false)))));

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

    private static Policy policy(String name, Map<String, Value> settings) {
        return new Policy(PolicyType.CONFERENCING, Identity.of(name), settings);
    }

    /** The article's five policies are those of a new workspace. */
    private static Tree article() {
        Map<String, String> files = Template.files(ProductVersion.LYNC_2010);
        Workspace workspace = WorkspaceReader.read(
                        name -> Optional.ofNullable(files.get(name))
                                .map(text -> () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))),
                        new Findings())
                .orElseThrow();
        return Tree.of(
                workspace.licensing(),
                workspace.policies().stream()
                        .map(DeclaredPolicy::policy)
                        .filter(policy ->
                                policy.type() == PolicyType.CONFERENCING && policy.identity() instanceof Identity.Tag)
                        .toList());
    }
}
