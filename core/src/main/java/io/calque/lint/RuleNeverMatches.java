package io.calque.lint;

import io.calque.assign.Rule;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A rule that gives nobody anything: it matches nobody, or earlier rules match everybody whom it matches. */
final class RuleNeverMatches implements LintRule {
    @Override
    public Code code() {
        return Code.RULE_NEVER_MATCHES;
    }

    @Override
    public Stream<Finding> check(LintContext inspection) {
        ShadowIndex earlier = new ShadowIndex();
        List<Finding> findings = new ArrayList<>();
        List<Rule> rules = inspection.workspace().rules();
        for (int i = 0; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            int index = i;
            earlier.shadow(rule.when())
                    .map(wider -> shadowed(rule, wider))
                    .or(() -> inspection.census().flatMap(census -> counted(rule, census, index)))
                    .ifPresent(findings::add);
            earlier.add(rule);
        }
        return findings.stream();
    }

    private Finding shadowed(Rule rule, Rule earlier) {
        return Finding.of(
                        code(),
                        "the rule '" + rule.name() + "' never decides: everybody whom it means is taken by '"
                                + earlier.name() + "' before it")
                .help("Move it above line " + earlier.place().line() + ", or remove it")
                .at(rule.place());
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
