package io.calque.cli.explain;

import io.calque.catalogue.Value;
import io.calque.cli.terminal.Terminal;
import io.calque.cli.terminal.TextTable;
import io.calque.explain.LeastLicence;
import io.calque.policy.Policy;
import java.util.List;
import java.util.stream.Collectors;

/** The least licence and the policy for it, for people. */
final class LeastLicenceText {
    /** Rights named as reasons before they are only counted; JSON names all. */
    private static final int MOST = 5;

    private final Terminal terminal;

    LeastLicenceText(Terminal terminal) {
        this.terminal = terminal;
    }

    void print(LeastLicence least) {
        TextTable table = TextTable.of("", "");
        table.row(
                "licences",
                least.licences() + least.cost().map(c -> ", " + c + " a person").orElse(""));
        least.reasons()
                .forEach((licence, rights) -> table.row(
                        licence.id(), rights.isEmpty() ? "the base of every other licence" : "for " + some(rights)));
        Policy existing = least.existing();
        table.row(
                "policy",
                existing == null
                        ? "none of the workspace's fits; this one would"
                        : existing.identity().print());
        table.row("voice", least.enterpriseVoice() ? "Enterprise Voice on" : "as it is");
        table.print(terminal.out(), terminal.outInk());
        Policy composed = least.composed();
        if (composed != null) {
            terminal.out().println();
            terminal.out().println("  " + composed.identity().name() + ":");
            terminal.out()
                    .println("    licences: ["
                            + String.join(", ", least.licences().ids()) + "]");
            terminal.out().println("    settings: {" + settings(composed) + "}");
        }
        if (!least.open().isEmpty()) {
            terminal.out().println("No setting can deny: " + String.join(", ", least.open()));
        }
    }

    private static String some(List<String> rights) {
        String first = rights.stream().limit(MOST).collect(Collectors.joining(", "));
        return rights.size() <= MOST ? first : first + " and " + (rights.size() - MOST) + " more";
    }

    private static String settings(Policy policy) {
        return policy.settings().entrySet().stream()
                .map(e -> e.getKey() + ": " + print(e.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String print(Value value) {
        return value.print();
    }
}
