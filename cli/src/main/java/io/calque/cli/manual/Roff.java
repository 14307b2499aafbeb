package io.calque.cli.manual;

import java.util.List;

/** Text in the language of {@code man(7)}. All text passes through {@link #text}, so that none of it is read as a request. Not thread-safe. */
final class Roff {
    private final StringBuilder page = new StringBuilder();

    /** The first line: the page's name in capitals, and the version, for the footer. No date, since a build has none of its own. */
    Roff title(String name, String version) {
        page.append(".TH \"%s\" 1 \"\" \"%s\" \"Calque\"\n".formatted(text(name), text(version)));
        return this;
    }

    Roff section(String heading) {
        page.append(".SH ").append(text(heading)).append('\n');
        return this;
    }

    Roff paragraph(String words) {
        page.append(".PP\n").append(text(words)).append('\n');
        return this;
    }

    Roff line(String words) {
        page.append(text(words)).append('\n');
        return this;
    }

    /** A term in bold and what it stands for. */
    Roff term(String name, String words) {
        page.append(".TP\n\\fB")
                .append(text(name))
                .append("\\fR\n")
                .append(text(words))
                .append('\n');
        return this;
    }

    /** Lines as they stand, not filled. */
    Roff verbatim(List<String> lines) {
        page.append(".PP\n.nf\n.RS\n");
        lines.forEach(line -> page.append(text(line)).append('\n'));
        page.append(".RE\n.fi\n");
        return this;
    }

    @Override
    public String toString() {
        return page.toString();
    }

    /** Escapes what roff reads as its own: the backslash, a dot or quote that begins a line, and the hyphen, which it prints as a dash. */
    private static String text(String words) {
        String escaped = words.replace("\\", "\\e").replace("-", "\\-").replace("\"", "\\(dq");
        return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
    }
}
