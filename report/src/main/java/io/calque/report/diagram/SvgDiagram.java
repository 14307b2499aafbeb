package io.calque.report.diagram;

import io.calque.choice.Tree;
import io.calque.report.markup.Markup;

/** Draws a decision tree as SVG: on its own or inside a page, in light or dark as the reader's system wants, with its content in words for screen readers. */
public final class SvgDiagram {
    private static final String STYLE = """

            .calque-choice text { font: 13px system-ui, "Segoe UI", Roboto, Helvetica, Arial, sans-serif; fill: #1b1f24 }
            .calque-choice .note { font-size: 12px; fill: #57606a }
            .calque-choice .answer { font-size: 12px; font-style: italic; fill: #57606a }
            .calque-choice .policy text:not(.note) { font-weight: 600 }
            .calque-choice .paper { fill: #ffffff }
            .calque-choice .question rect { fill: #eaf2ff; stroke: #3b6fd4 }
            .calque-choice .policy rect { fill: #e9f6ec; stroke: #2c7a41 }
            .calque-choice path { fill: none; stroke: #8b949e; stroke-width: 1.5 }
            @media (prefers-color-scheme: dark) {
              .calque-choice text { fill: #e6edf3 }
              .calque-choice .note, .calque-choice .answer { fill: #9da7b3 }
              .calque-choice .paper { fill: #0d1117 }
              .calque-choice .question rect { fill: #16243d; stroke: #5b8def }
              .calque-choice .policy rect { fill: #12261a; stroke: #4faa68 }
              .calque-choice path { stroke: #6e7681 }
            }
            """;

    private SvgDiagram() {}

    /**
     * The drawing of a tree.
     *
     * @param title what it shows, for people who can't see it
     */
    public static String of(String title, Tree tree) {
        Layout layout = new Layout(tree);
        String width = Integer.toString(layout.width());
        String height = Integer.toString(layout.height());
        Markup svg = new Markup();
        svg.begin(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "class",
                "calque-choice",
                "role",
                "img",
                "aria-labelledby",
                "calque-choice-title calque-choice-words",
                "width",
                width,
                "height",
                height,
                "viewBox",
                "0 0 " + width + " " + height);
        svg.element("title", title, "id", "calque-choice-title");
        svg.element("desc", tree.words(), "id", "calque-choice-words");
        svg.begin("style").constant(STYLE).end();
        svg.empty("rect", "class", "paper", "width", width, "height", height);
        layout.edges().forEach(edge -> draw(svg, edge));
        layout.boxes().forEach(box -> draw(svg, box));
        return svg.end().toString();
    }

    private static void draw(Markup svg, Layout.Edge edge) {
        int start = edge.from().x() + Layout.BOX;
        int end = edge.to().x();
        int bend = (start + end) / 2;
        svg.empty(
                "path",
                "d",
                "M%d %dH%dV%dH%d"
                        .formatted(start, edge.from().middle(), bend, edge.to().middle(), end));
        svg.element(
                "text",
                edge.answer(),
                "class",
                "answer",
                "x",
                Integer.toString(end + 4),
                "y",
                Integer.toString(edge.to().y() - 5));
    }

    private static void draw(Markup svg, Layout.Box box) {
        svg.begin("g", "class", box.question() ? "question" : "policy");
        svg.empty(
                "rect",
                "x",
                Integer.toString(box.x()),
                "y",
                Integer.toString(box.y()),
                "width",
                Integer.toString(Layout.BOX),
                "height",
                Integer.toString(box.height()),
                "rx",
                box.question() ? "10" : "3");
        int line = 0;
        for (String text : box.title()) {
            text(svg, box, line++, text, "name");
        }
        for (String text : box.note()) {
            text(svg, box, line++, text, "note");
        }
        svg.end();
    }

    private static void text(Markup svg, Layout.Box box, int line, String text, String kind) {
        svg.element(
                "text",
                text,
                "class",
                kind,
                "x",
                Integer.toString(box.x() + 10),
                "y",
                Integer.toString(Layout.baseline(box, line)));
    }
}
