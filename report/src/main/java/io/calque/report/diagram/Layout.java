package io.calque.report.diagram;

import io.calque.catalogue.Value;
import io.calque.choice.Question;
import io.calque.choice.Tree;
import io.calque.policy.Policy;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the boxes of a drawn tree stand: a column for each question on the way, a row for each leaf. Measures are pixels; five
 * columns, the article's four questions and a policy, fit into 1280.
 */
final class Layout {
    static final int BOX = 206;
    static final int MARGIN = 20;
    private static final int GAP = 48;
    private static final int ROW_GAP = 18;
    private static final int LINE = 18;
    private static final int PADDING = 10;
    private static final double LETTERS = 14.2;
    private static final double SMALL_LETTERS = 16;

    /**
     * A box.
     *
     * @param title its lines in full size
     * @param note its lines in small size
     * @param question whether it holds a question
     */
    record Box(int x, int y, int height, List<String> title, List<String> note, boolean question) {
        int middle() {
            return y + height / 2;
        }
    }

    /** A line from a box to a box, with the answer above its end. */
    record Edge(Box from, Box to, String answer) {}

    private final List<Box> boxes = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();
    private int bottom = MARGIN;
    private int right = MARGIN + BOX;

    Layout(Tree tree) {
        place(tree, 0);
    }

    List<Box> boxes() {
        return boxes;
    }

    List<Edge> edges() {
        return edges;
    }

    int width() {
        return right + MARGIN;
    }

    int height() {
        return bottom - ROW_GAP + MARGIN;
    }

    private Box place(Tree tree, int column) {
        int x = MARGIN + column * (BOX + GAP);
        right = Math.max(right, x + BOX);
        return switch (tree) {
            case Tree.Leaf(List<Policy> policies) -> leaf(policies, x);
            case Tree.Fork(Question question, List<Tree.Branch> branches) -> {
                List<Box> children = new ArrayList<>();
                branches.forEach(branch -> children.add(place(branch.tree(), column + 1)));
                List<String> title = WrappedText.lines(question.text(), LETTERS);
                int height = PADDING * 2 + title.size() * LINE;
                int middle = (children.getFirst().middle() + children.getLast().middle()) / 2;
                Box box = add(new Box(x, middle - height / 2, height, title, List.of(), true));
                for (int i = 0; i < children.size(); i++) {
                    edges.add(new Edge(box, children.get(i), branches.get(i).answer()));
                }
                bottom = Math.max(bottom, box.y() + height + ROW_GAP);
                yield box;
            }
        };
    }

    private Box leaf(List<Policy> policies, int x) {
        List<String> title = new ArrayList<>();
        policies.forEach(
                policy -> title.addAll(WrappedText.lines(policy.identity().name(), LETTERS)));
        List<String> note = new ArrayList<>();
        Value description =
                policies.isEmpty() ? null : policies.getFirst().settings().get("Description");
        if (description != null && !description.print().isBlank()) {
            note.addAll(WrappedText.lines(description.print(), SMALL_LETTERS));
        }
        if (policies.isEmpty()) {
            title.add("no user policy");
        }
        int height = PADDING * 2 + (title.size() + note.size()) * LINE;
        int y = bottom + LINE;
        bottom = y + height + ROW_GAP;
        return add(new Box(x, y, height, title, note, false));
    }

    private Box add(Box box) {
        boxes.add(box);
        return box;
    }

    static int baseline(Box box, int line) {
        return box.y() + PADDING + line * LINE + 13;
    }
}
