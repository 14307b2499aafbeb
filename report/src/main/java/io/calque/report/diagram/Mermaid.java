package io.calque.report.diagram;

import io.calque.choice.Question;
import io.calque.choice.Tree;
import io.calque.policy.Policy;
import java.util.List;
import java.util.stream.Collectors;

/** Draws a decision tree as a Mermaid flow chart, for Markdown pages. The one emitter of Mermaid text. */
public final class Mermaid {
    private final StringBuilder out = new StringBuilder("flowchart LR\n");
    private int nodes;

    private Mermaid() {}

    /** The chart of a tree. */
    public static String of(Tree tree) {
        Mermaid chart = new Mermaid();
        chart.draw(tree);
        return chart.out.toString();
    }

    private String draw(Tree tree) {
        String id = "n" + nodes++;
        switch (tree) {
            case Tree.Leaf(List<Policy> policies) ->
                out.append("  %s[\"%s\"]\n"
                        .formatted(
                                id,
                                policies.stream()
                                        .map(p -> escape(p.identity().name()))
                                        .collect(Collectors.joining("<br/>"))));
            case Tree.Fork(Question question, List<Tree.Branch> branches) -> {
                out.append("  %s{\"%s\"}\n".formatted(id, escape(question.text())));
                for (Tree.Branch branch : branches) {
                    String child = draw(branch.tree());
                    out.append("  %s -->|\"%s\"| %s\n".formatted(id, escape(branch.answer()), child));
                }
            }
        }
        return id;
    }

    /** A text inside quotes: characters that Mermaid reads are written as its entity codes (Mermaid, "Entity codes to escape characters"). */
    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c) || " _-.,:?()".indexOf(c) >= 0) {
                escaped.appendCodePoint(c);
            } else {
                escaped.append('#').append(c).append(';');
            }
        });
        return escaped.toString();
    }
}
