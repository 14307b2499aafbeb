package io.calque.cli.report;

import io.calque.licence.Licence;
import io.calque.markup.Markup;
import io.calque.plan.SeatCount;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The licence position as a bar chart: for each licence what is owned, what was needed and what is needed after the plan. */
final class SeatChart {
    private static final int LEFT = 110;
    private static final int RIGHT = 90;
    private static final int WIDTH = 720;
    private static final int BAR = 20;
    private static final int GROUP = 100;

    private SeatChart() {}

    private record Bar(String label, String style, long count) {}

    static void into(Map<Licence, SeatCount> seats, Markup html) {
        long most = Math.max(1, seats.values().stream().flatMap(c -> bars(c).stream()).mapToLong(Bar::count).max().orElse(1));
        int height = seats.size() * GROUP;
        html.begin("figure");
        html.begin("svg", "viewBox", "0 0 " + WIDTH + " " + height, "role", "img", "aria-labelledby", "seats-title seats-text");
        html.element("title", "Licence position", "id", "seats-title");
        html.element("desc", words(seats), "id", "seats-text");
        int y = 0;
        for (Map.Entry<Licence, SeatCount> entry : seats.entrySet()) {
            group(entry.getKey(), entry.getValue(), most, y, html);
            y += GROUP;
        }
        html.empty("line", "class", "axis", "x1", "" + LEFT, "x2", "" + LEFT, "y1", "0", "y2", "" + (height - 16));
        html.end();
        html.element("figcaption", "Seats owned, needed as the server was found, and needed after the plan. The table below holds the same.");
        html.end();
    }

    private static void group(Licence licence, SeatCount count, long most, int top, Markup html) {
        html.element("text", licence.id(), "x", "" + (LEFT - 12), "y", "" + (top + 42), "text-anchor", "end");
        int y = top + 8;
        for (Bar bar : bars(count)) {
            long width = Math.max(1, bar.count() * (WIDTH - LEFT - RIGHT) / most);
            html.empty("rect", "class", bar.style(), "x", "" + LEFT, "y", "" + y, "width", "" + width, "height", "" + BAR, "rx", "2");
            html.element(
                    "text", number(bar.count()) + " " + bar.label(),
                    "class", "faint", "x", "" + (LEFT + width + 6), "y", "" + (y + 14));
            y += BAR + 4;
        }
    }

    private static List<Bar> bars(SeatCount count) {
        List<Bar> bars = new ArrayList<>();
        count.owned().ifPresent(owned -> bars.add(new Bar("owned", "owned", owned)));
        bars.add(new Bar("needed before", "needed", count.before()));
        bars.add(new Bar("needed after", "held", count.after()));
        return bars;
    }

    private static String words(Map<Licence, SeatCount> seats) {
        StringBuilder text = new StringBuilder();
        seats.forEach((licence, count) -> text.append(licence.id())
                .append(": ")
                .append(count.owned().map(o -> number(o) + " owned, ").orElse(""))
                .append(number(count.before()))
                .append(" needed before, ")
                .append(number(count.after()))
                .append(" needed after. "));
        return text.toString().strip();
    }

    static String number(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }
}
