package io.calque.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

class PdfDocumentTest {
    @Test
    void what_is_written_can_be_read_back_and_nothing_is_dropped_in_silence() throws IOException {
        String text = text(write(paper -> {
            paper.title("Licence position");
            paper.text("Jürgen Müller, Ελένη, Ольга, 漢");
            PdfDocument.Rows rows = paper.table(new float[] {1, 1}, "right", "people#");
            rows.row("meeting.record", "1,000");
            rows.end();
        }));

        assertThat(text)
                .contains("Licence position", "Jürgen Müller", "Ελένη", "Ольга", "U+6F22")
                .contains("meeting.record", "1,000", "people")
                .doesNotContain("people#");
    }

    @Test
    void a_long_table_goes_on_over_pages_with_its_head_on_each() throws IOException {
        byte[] pdf = write(paper -> {
            PdfDocument.Rows rows = paper.table(new float[] {1, 1}, "the head", "n#");
            IntStream.range(0, 200).forEach(i -> rows.row("person " + i, Integer.toString(i)));
            rows.end();
        });

        PdfReader reader = new PdfReader(pdf);
        assertThat(reader.getNumberOfPages()).isGreaterThan(2);
        for (int page = 1; page <= reader.getNumberOfPages(); page++) {
            assertThat(new PdfTextExtractor(reader).getTextFromPage(page))
                    .as("page " + page)
                    .contains("the head")
                    .contains("page " + page);
        }
        assertThat(text(pdf)).contains("person 0", "person 199");
    }

    private interface Content {
        void on(PdfDocument paper);
    }

    private static byte[] write(Content content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PdfDocument paper = new PdfDocument("A title", out)) {
            content.on(paper);
        }
        return out.toByteArray();
    }

    static String text(byte[] pdf) throws IOException {
        PdfReader reader = new PdfReader(pdf);
        StringBuilder text = new StringBuilder();
        for (int page = 1; page <= reader.getNumberOfPages(); page++) {
            text.append(new PdfTextExtractor(reader).getTextFromPage(page)).append('\n');
        }
        return text.toString();
    }
}
