package io.calque.cli.explain;

import io.calque.catalogue.PolicyType;
import io.calque.cli.terminal.Ink;
import io.calque.cli.terminal.Printable;
import io.calque.cli.terminal.Terminal;
import io.calque.cli.terminal.TextTable;
import io.calque.cli.text.RuleDecisions;
import io.calque.explain.Explanation;
import io.calque.explain.Explanation.Balance;
import io.calque.people.Identifiers;
import io.calque.policy.Account;
import io.calque.policy.GateState;
import io.calque.policy.Home;
import io.calque.policy.Identity;
import io.calque.policy.Policy;
import io.calque.policy.Verdict;
import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An explanation for people. */
final class ExplanationText {
    private final Terminal terminal;
    private final PrintWriter out;
    private final Ink ink;
    private final Explanation explanation;

    ExplanationText(Terminal terminal, Explanation explanation) {
        this.terminal = terminal;
        this.out = terminal.out();
        this.ink = terminal.outInk();
        this.explanation = explanation;
    }

    void print() {
        Identifiers ids = explanation.ids();
        out.println(ink.bold(Printable.of(ids.title())));
        TextTable facts = TextTable.of("", "", "");
        facts.row(
                "",
                "names",
                Stream.of(ids.account(), ids.userPrincipalName(), ids.sipAddress(), ids.distinguishedName())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining("  ")));
        facts.row("", "persona", persona());
        facts.row("", "licences", explanation.licences().toString());
        List<String> because = explanation.because();
        for (int i = 0; i < because.size(); i++) {
            facts.row("", i == 0 ? "because" : "", because.get(i));
        }
        Home home = explanation.situation().account().home();
        if (home != Home.ON_PREMISES) {
            facts.row("", "homed", home.title() + ": no policy, right or licence here concerns the person");
        }
        if (explanation.user() == null) {
            facts.row("", "server", "not there: no rights");
        } else {
            policy(facts, PolicyType.CONFERENCING, explanation.situation().conferencing());
            policy(facts, PolicyType.VOICE, explanation.situation().voice());
            facts.row("", "account", account());
        }
        facts.print(out, ink);
        if (home != Home.ON_PREMISES) {
            return;
        }
        out.println();
        rights();
        RuleDecisions choices = new RuleDecisions(explanation.licensing());
        choices.printDecided(terminal);
        choices.printReadings(terminal);
    }

    private String persona() {
        return explanation.assignment() == null || explanation.assignment().persona() == null
                ? "none"
                : explanation.assignment().persona().name();
    }

    private void policy(TextTable facts, PolicyType type, Policy policy) {
        Identity.Tag granted =
                explanation.user() == null ? null : explanation.user().granted(type);
        String nothing = granted == null
                ? "nothing is granted"
                : "the policy granted, " + granted.print() + ", is not on the server any more";
        String whence = switch (policy.identity()) {
            case Identity.Tag _ -> "granted to the person";
            case Identity.Site _ -> "of the site, because " + nothing;
            case Identity.Global _ -> "because " + nothing + " and the site has none";
        };
        facts.row("", type.id(), policy.identity().print() + ", " + whence);
    }

    private String account() {
        Account account = explanation.situation().account();
        String line = explanation.user() == null ? null : explanation.user().lineUri();
        return (account.enabled() ? "enabled" : "disabled")
                + ", Enterprise Voice " + (account.enterpriseVoice() ? "on" : "off")
                + ", line " + (line == null ? "none" : line)
                + ", remote call control " + (account.remoteCallControl() ? "on" : "off");
    }

    private void rights() {
        TextTable table = TextTable.of("right", "may", "has", "", "needs", "gate");
        Map<Balance, Integer> counts = new EnumMap<>(Balance.class);
        for (Verdict verdict : explanation.verdicts()) {
            Balance balance = explanation.balance(verdict);
            counts.merge(balance, 1, Integer::sum);
            table.row(
                    verdict.entitlement().right().label(),
                    verdict.licensed(explanation.licences()) ? "yes" : "no",
                    verdict.granted() ? "yes" : "no",
                    mark(balance),
                    verdict.entitlement().need().toString(),
                    gate(verdict));
        }
        table.print(out, ink);
        out.println();
        legend(counts.getOrDefault(Balance.BEYOND, 0), "! given beyond the licences held");
        legend(counts.getOrDefault(Balance.INSEPARABLE, 0), "~ not licensed, but no setting could deny it alone");
        legend(counts.getOrDefault(Balance.WITHHELD, 0), "- licensed, not given");
        if (counts.getOrDefault(Balance.BEYOND, 0) == 0) {
            out.println("Nothing is given beyond the licences held.");
        }
    }

    private void legend(int count, String words) {
        if (count > 0) {
            out.println(count + " marked " + words);
        }
    }

    private static String mark(Balance balance) {
        return switch (balance) {
            case EVEN -> "";
            case WITHHELD -> "-";
            case BEYOND -> "!";
            case INSEPARABLE -> "~";
        };
    }

    /** The first condition that is closed, else all that are open. The policies that hold the values stand above. */
    private static String gate(Verdict verdict) {
        return verdict.gates().stream()
                .filter(gate -> !gate.open())
                .findFirst()
                .map(ExplanationText::words)
                .orElseGet(() ->
                        verdict.gates().stream().map(ExplanationText::words).collect(Collectors.joining(", ")));
    }

    private static String words(GateState gate) {
        return gate.condition().setting().name() + " = " + gate.value();
    }
}
