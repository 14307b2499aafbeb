package io.calque.report.page;

import io.calque.audit.Cause;
import io.calque.audit.Imbalance;
import io.calque.audit.SeatPosition;
import io.calque.licence.Licence;
import io.calque.report.text.Amount;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/**
 * Writes the licence position for paper: the seats, why licences are needed, and by cause who is given too much or too little. Every
 * person stands in it, however many there are. A document names the time of its making, so that two differ in that and in nothing else.
 */
public final class PositionPdf {
    private static final float[] SEATS = {2, 1, 1, 1, 1, 1, 2};
    private static final float[] RIGHTS = {3, 1};
    private static final float[] DECISIONS = {3, 2, 5};
    private static final float[] SETTINGS = {5, 1, 2, 5};

    private final Report report;
    private final PdfDocument paper;

    private PositionPdf(Report report, PdfDocument paper) {
        this.report = report;
        this.paper = paper;
    }

    /** Writes a document on A4; the stream stays open. */
    public static void write(Report report, OutputStream out) throws IOException {
        try (PdfDocument paper = new PdfDocument(report.title(), out)) {
            new PositionPdf(report, paper).write();
        }
    }

    private void write() {
        paper.title(report.title());
        paper.text(ReportWording.of(report));
        seats();
        reasons(Licence.ENTERPRISE);
        reasons(Licence.PLUS);
        decisions();
        for (ImbalanceKind tilt : ImbalanceKind.values()) {
            causes(tilt);
        }
    }

    private void seats() {
        paper.heading("Seats by licence");
        PdfDocument.Rows rows = paper.table(
                SEATS, "licence", "owned#", "held#", "needed#", "short#", "to spare#", "cost of what is short#");
        report.now().seats().forEach((licence, seat) -> rows.row(row(licence, seat)));
        rows.end();
    }

    private static String[] row(Licence licence, SeatPosition seat) {
        return new String[] {
            licence.id(),
            seat.owned().map(Amount::of).orElse("not known"),
            Amount.of(seat.held()),
            Amount.of(seat.needed()),
            Amount.of(seat.shortfall()),
            Amount.of(seat.unused()),
            seat.shortfallCost().map(Amount::money).orElse("")
        };
    }

    private void reasons(Licence licence) {
        Map<String, Long> reasons = report.now().reasons().getOrDefault(licence, Map.of());
        if (reasons.isEmpty()) {
            return;
        }
        paper.heading("Why " + licence.id() + " is needed");
        PdfDocument.Rows rows = paper.table(RIGHTS, "right", "people who are given it#");
        reasons.forEach((right, people) -> rows.row(right, Amount.of(people)));
        rows.end();
    }

    private void decisions() {
        List<List<String>> decisions = ReportWording.decisions(report);
        if (!decisions.isEmpty()) {
            paper.heading(ReportWording.DECIDED);
            PdfDocument.Rows rows = paper.table(DECISIONS, ReportWording.DECISIONS.toArray(String[]::new));
            decisions.forEach(row -> rows.row(row.toArray(String[]::new)));
            rows.end();
        }
    }

    private void causes(ImbalanceKind tilt) {
        List<Imbalance> imbalances = tilt.of(report.now());
        paper.heading(tilt.title());
        if (imbalances.isEmpty()) {
            paper.text(tilt.none());
            return;
        }
        for (Cause cause : Cause.of(imbalances)) {
            paper.strong(Amount.of(cause.people().size(), "person", "people") + " " + ReportWording.of(cause));
            PdfDocument.Rows rows = paper.table(SETTINGS, ReportWording.DECIDING.toArray(String[]::new));
            ReportWording.deciding(cause).forEach(row -> rows.row(row.toArray(String[]::new)));
            rows.end();
            paper.text(ReportWording.people(cause, Integer.MAX_VALUE));
        }
    }
}
