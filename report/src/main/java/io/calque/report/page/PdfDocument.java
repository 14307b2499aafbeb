package io.calque.report.page;

import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;
import org.librepdf.openpdf.fonts.Liberation;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.HeaderFooter;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;

/**
 * A PDF on A4 that is written from top to bottom, with numbered pages. Its fonts are inside it; a character that they lack is written as its
 * code point, so that nothing is dropped in silence. Not thread-safe.
 */
final class PdfDocument implements AutoCloseable {
    private static final float MARGIN = 50;
    private static final int GAP = 6;
    private static final Color LINE = new Color(0xD0D7DE);
    private static final Color HEAD = new Color(0xF3F5F8);

    private final Document document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN);
    private final Font plain;
    private final Font bold;
    private final Font middle;
    private final Font large;

    /** Begins a document; the stream stays open. */
    PdfDocument(String title, OutputStream out) throws IOException {
        this.plain = Liberation.SANS.create(9);
        this.bold = Liberation.SANS_BOLD.create(9);
        this.middle = Liberation.SANS_BOLD.create(12);
        this.large = Liberation.SANS_BOLD.create(16);
        PdfWriter.getInstance(document, out).setCloseStream(false);
        document.addTitle(title);
        document.addCreator("Calque");
        document.setDocumentLanguage("en");
        HeaderFooter pages = new HeaderFooter(new Phrase(title + ", page ", plain), true);
        pages.setAlignment(Element.ALIGN_RIGHT);
        pages.setBorder(Rectangle.NO_BORDER);
        document.setFooter(pages);
        document.open();
    }

    void title(String text) {
        paragraph(text, large, 0);
    }

    void heading(String text) {
        paragraph(text, middle, 3 * GAP);
    }

    void strong(String text) {
        paragraph(text, bold, GAP);
    }

    void text(String text) {
        paragraph(text, plain, 0);
    }

    private void paragraph(String text, Font font, int before) {
        Paragraph paragraph = new Paragraph(shown(text, font), font);
        paragraph.setSpacingBefore(before);
        paragraph.setSpacingAfter(GAP);
        document.add(paragraph);
    }

    private static String shown(String text, Font font) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (font.getBaseFont().charExists(c)) {
                shown.appendCodePoint(c);
            } else {
                shown.append(String.format("U+%04X", c));
            }
        });
        return shown.toString();
    }

    /**
     * A table as wide as the page, its head on every page.
     *
     * @param headings of the columns; one that ends in # is of numbers
     */
    Rows table(float[] widths, String... headings) {
        PdfPTable table = new PdfPTable(widths);
        table.setWidthPercentage(100);
        table.setSpacingAfter(GAP);
        table.setHeaderRows(1);
        boolean[] numbers = new boolean[headings.length];
        for (int i = 0; i < headings.length; i++) {
            numbers[i] = headings[i].endsWith("#");
            PdfPCell cell = cell(headings[i].replace("#", ""), bold, numbers[i]);
            cell.setBackgroundColor(HEAD);
            table.addCell(cell);
        }
        return new Rows(table, numbers);
    }

    private static PdfPCell cell(String text, Font font, boolean number) {
        PdfPCell cell = new PdfPCell(new Phrase(shown(text, font), font));
        cell.setBorder(Rectangle.BOTTOM);
        cell.setBorderColor(LINE);
        cell.setPadding(4);
        cell.setHorizontalAlignment(number ? Element.ALIGN_RIGHT : Element.ALIGN_LEFT);
        return cell;
    }

    /** The rows of a table; {@link #end} writes it. */
    final class Rows {
        private final PdfPTable table;
        private final boolean[] numbers;

        private Rows(PdfPTable table, boolean[] numbers) {
            this.table = table;
            this.numbers = numbers;
        }

        void row(String... texts) {
            for (int i = 0; i < texts.length; i++) {
                table.addCell(cell(texts[i], plain, numbers[i]));
            }
        }

        void end() {
            document.add(table);
        }
    }

    @Override
    public void close() {
        document.close();
    }
}
