package io.calque.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.calque.report.table.Grid;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExcelFileTest {
    private static final Grid GRID = new Grid(
            "A <title>",
            List.of("setting", "P"),
            List.of(
                    List.of(
                            Grid.Cell.plain("MaxMeetingSize"),
                            Grid.Cell.plain("250").withMark(true)),
                    List.of(Grid.Cell.plain("Description"), Grid.Cell.plain("=HYPERLINK(\"x\") <b> \u0007"))));

    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_workbook_holds_numbers_as_numbers_and_texts_as_texts() throws IOException {
        Map<String, String> parts = parts();

        assertThat(parts.get("xl/worksheets/sheet1.xml"))
                .contains("<v>250</v>")
                .contains("<pane")
                .doesNotContain("<f>");
        assertThat(parts.get("xl/sharedStrings.xml"))
                .contains("=HYPERLINK(&quot;x&quot;) &lt;b&gt;")
                .doesNotContain("\u0007");
    }

    private Map<String, String> parts() throws IOException {
        Path file = folder.resolve("table.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            ExcelFile.write(GRID, "Policies", out);
        }
        Map<String, String> parts = new HashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                parts.put(
                        entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }
}
