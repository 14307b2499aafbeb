package io.calque.report.page;

import io.calque.licence.Licence;
import io.calque.report.markup.Markup;
import io.calque.report.text.Amount;
import java.util.List;
import java.util.Map;

/** The licence position as a bar chart, drawn as SVG: for each licence one bar of each series. */
final class SeatChart {
    private static final int LEFT = 110;
    private static final int RIGHT = 150;
    private static final int WIDTH = 720;
    private static final int BAR = 18;
    private static final int STEP = BAR + 4;
    private static final int GAP = 18;

    /**
     * One kind of bar.
     *
     * @param label what it counts, in a word or two
     * @param style the class of the style sheet that colours it
     * @param counts how many of each licence; a licence that is absent has no such bar
     */
    record Series(String label, String style, Map<Licence, Long> counts) {
        Series {
            counts = Map.copyOf(counts);
        }
    }

    private final List<Series> series;
    private final Markup html;
    private final long most;

    private SeatChart(List<Series> series, Markup html) {
        this.series = series;
        this.html = html;
        this.most = Math.max(
                1,
                series.stream()
                        .flatMap(s -> s.counts().values().stream())
                        .mapToLong(Long::longValue)
                        .max()
                        .orElse(1));
    }

    /** Draws into a page; its content stands in words for people who can't see it. */
    static void into(List<Series> series, Markup html) {
        new SeatChart(series, html).draw();
    }

    private void draw() {
        int group = series.size() * STEP + GAP;
        int height = Licence.values().length * group;
        html.begin("figure");
        html.begin(
                "svg",
                "viewBox",
                "0 0 " + WIDTH + " " + height,
                "role",
                "img",
                "aria-labelledby",
                "seats-title seats-text");
        html.element("title", "Licence position", "id", "seats-title");
        html.element("desc", words(), "id", "seats-text");
        int top = 0;
        for (Licence licence : Licence.values()) {
            group(licence, top, group);
            top += group;
        }
        html.empty("line", "class", "axis", "x1", whole(LEFT), "x2", whole(LEFT), "y1", "0", "y2", whole(height - GAP));
        html.end().end();
    }

    private void group(Licence licence, int top, int height) {
        int middle = top + (height - GAP) / 2 + 5;
        html.element("text", licence.id(), "x", whole(LEFT - 12), "y", whole(middle), "text-anchor", "end");
        int y = top;
        for (Series one : series) {
            Long count = one.counts().get(licence);
            if (count != null) {
                bar(one, count, y);
            }
            y += STEP;
        }
    }

    private void bar(Series one, long count, int y) {
        long width = Math.max(1, count * (WIDTH - LEFT - RIGHT) / most);
        html.empty(
                "rect",
                "class",
                one.style(),
                "x",
                whole(LEFT),
                "y",
                whole(y),
                "width",
                whole(width),
                "height",
                whole(BAR),
                "rx",
                "2");
        html.element(
                "text",
                Amount.of(count) + " " + one.label(),
                "class",
                "faint",
                "x",
                whole(LEFT + width + 6),
                "y",
                whole(y + 13));
    }

    private String words() {
        StringBuilder text = new StringBuilder();
        for (Licence licence : Licence.values()) {
            text.append(text.isEmpty() ? "" : " ").append(licence.id()).append(':');
            for (Series one : series) {
                Long count = one.counts().get(licence);
                if (count != null) {
                    text.append(' ')
                            .append(Amount.of(count))
                            .append(' ')
                            .append(one.label())
                            .append(',');
                }
            }
            text.setCharAt(text.length() - 1, '.');
        }
        return text.toString();
    }

    private static String whole(long number) {
        return Long.toString(number);
    }
}
