package io.calque.lint;

import io.calque.assign.Rule;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A rule that gives nobody anything: earlier rules take all whom it means, or it means nobody. */
final class RuleNeverMatches implements LintRule {
    @Override
    public Code code() {
        return Code.RULE_NEVER_MATCHES;
    }

    @Override
    public Stream<Finding> check(LintContext inspection) {
        List<Rule> rules = inspection.workspace().rules();
        return IntStream.range(0, rules.size())
                .boxed()
                .flatMap(i ->
                        shadow(rules, i)
                                .or(() -> inspection.census().flatMap(census -> counted(rules.get(i), census, i)))
                                .stream());
    }

    private Optional<Finding> shadow(List<Rule> rules, int index) {
        Rule rule = rules.get(index);
        return rules.subList(0, index).stream()
                .filter(earlier -> Implication.holds(rule.when(), earlier.when()))
                .findFirst()
                .map(earlier -> Finding.of(
                                code(),
                                "the rule '" + rule.name() + "' never decides: everybody whom it means is taken by '"
                                        + earlier.name() + "' before it")
                        .help("Move it above line " + earlier.place().line() + ", or remove it")
                        .at(rule.place()));
    }

    private Optional<Finding> counted(Rule rule, Census census, int index) {
        Census.RuleCount count = census.rules().get(index);
        if (count.decides() > 0 || census.people() == 0) {
            return Optional.empty();
        }
        return Optional.of(Finding.of(
                        code(),
                        count.means() == 0
                                ? "the rule '" + rule.name() + "' matches none of " + Census.words(census.people())
                                : "the rule '" + rule.name() + "' never decides: earlier rules or exceptions take all "
                                        + count.means() + " people whom it matches")
                .help(count.means() == 0 ? "Check the names in its condition" : "Move it up, or remove it")
                .at(rule.place()));
    }
}
