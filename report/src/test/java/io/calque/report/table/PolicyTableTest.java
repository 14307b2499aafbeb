package io.calque.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.calque.catalogue.PolicyType;
import io.calque.catalogue.ProductVersion;
import io.calque.catalogue.Value;
import io.calque.policy.Identity;
import io.calque.policy.Policy;
import io.calque.testing.Golden;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PolicyTableTest {
    private static final Policy GLOBAL = Policy.allDefaults(PolicyType.CONFERENCING, Identity.global());
    private static final Policy TAG = new Policy(
            PolicyType.CONFERENCING,
            Identity.of("B_Policy"),
            Map.of("AllowIPAudio", new Value.Flag(false), "MaxMeetingSize", new Value.Int(250)));
    private static final Grid GRID =
            new PolicyTable(ProductVersion.LYNC_2010, PolicyType.CONFERENCING, List.of(TAG, GLOBAL)).grid();

    @ParameterizedTest
    @EnumSource
    void it_has_a_row_for_every_setting_of_the_version_in_the_catalogues_order(ProductVersion version) {
        PolicyTable table = new PolicyTable(version, PolicyType.CONFERENCING, List.of(TAG));

        assertThat(table.grid().rows())
                .extracting(row -> row.getFirst().text())
                .containsExactlyElementsOf(
                        table.settings().stream().map(setting -> setting.name()).toList());
    }

    @Test
    void defaults_are_filled_in_and_only_what_differs_is_marked() {
        assertThat(GRID.header()).containsExactly("setting", "B_Policy", "Global");
        assertThat(row("AllowIPAudio"))
                .containsExactly(
                        Grid.Cell.plain("AllowIPAudio"),
                        Grid.Cell.plain("False").withMark(true),
                        Grid.Cell.plain("True"));
        assertThat(row("MaxMeetingSize").get(1)).isEqualTo(Grid.Cell.plain("250"));
    }

    @Test
    @Tag("golden")
    void each_renderer_shows_the_same_table() {
        Golden.check(getClass(), "table.csv", CsvTable.of(GRID));
        Golden.check(getClass(), "table.md", MarkdownTable.of(GRID));
        Golden.check(getClass(), "table.html", HtmlTable.page(GRID, "* differs from the product's default"));
    }

    @Test
    void no_cell_becomes_a_formula_or_markup() {
        Grid hostile = new Grid(
                "t",
                List.of("=HYPERLINK(\"x\")"),
                List.of(
                        List.of(Grid.Cell.plain("a|b\n<script>")),
                        List.of(Grid.Cell.plain("@x,\"y\"").withMark(true))));

        assertThat(CsvTable.of(hostile))
                .isEqualTo("\"'=HYPERLINK(\"\"x\"\")\"\na|b\\u000a<script>\n\"'@x,\"\"y\"\"\"\n");
        assertThat(MarkdownTable.of(hostile)).contains("| a\\|b \\<script\\> |").contains("| **@x,\"y\"** |");
        assertThat(HtmlTable.page(hostile, "")).doesNotContain("<script>").contains("&lt;script&gt;");
    }

    private static List<Grid.Cell> row(String setting) {
        return GRID.rows().stream()
                .filter(row -> row.getFirst().text().equals(setting))
                .findFirst()
                .orElseThrow();
    }
}
