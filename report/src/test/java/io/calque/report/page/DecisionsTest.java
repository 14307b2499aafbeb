package io.calque.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.calque.audit.Position;
import io.calque.diagnostic.Findings;
import io.calque.licence.Licence;
import io.calque.workspace.Workspace;
import io.calque.workspace.WorkspaceReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DecisionsTest {
    private static final String DECIDED =
            "product: lync-2010\noverrides: [{right: meeting.poll, needs: [standard], reason: agreed with our reseller}]";

    private static Report report(String config) {
        Map<String, String> files =
                Map.of("calque.yaml", config, "policies.yaml", "{}", "assignments.yaml", "personas: {}\nrules: []");
        Workspace workspace = WorkspaceReader.read(
                        name -> Optional.ofNullable(files.get(name))
                                .map(text -> () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))),
                        new Findings())
                .orElseThrow();
        return new Report(
                "Licence position",
                workspace,
                Optional.empty(),
                new Position(0, 0, new EnumMap<>(Licence.class), List.of(), List.of(), Map.of()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private static String paper(Report report) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PositionPdf.write(report, out);
        return PdfDocumentTest.text(out.toByteArray());
    }

    @Test
    void what_a_workspace_decides_itself_stands_with_its_reason_on_the_page_and_on_paper() throws IOException {
        assertThat(ReportPage.of(report(DECIDED)))
                .contains("Decided by this workspace", "polls in own meetings", "agreed with our reseller");
        assertThat(paper(report(DECIDED)))
                .contains("Decided by this workspace", "polls in own meetings", "agreed with our reseller");
    }

    @Test
    void nothing_is_said_where_it_decides_nothing() throws IOException {
        assertThat(ReportPage.of(report("product: lync-2010"))).doesNotContain("Decided by");
        assertThat(paper(report("product: lync-2010"))).doesNotContain("Decided by");
    }

    @Test
    void a_page_speaks_of_findings_only_where_somebody_looked_for_them() {
        assertThat(ReportPage.of(report(DECIDED))).doesNotContain("calque check");
    }
}
