package io.calque.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Place;
import io.calque.diagnostic.Severity;
import io.calque.people.Identifiers;
import io.calque.people.Person;
import io.calque.policy.Account;
import io.calque.state.UserState;
import io.calque.workspace.Workspace;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CensusTest {
    private static final String TEXT = """
            # policies.yaml
            conferencing:
              STD: {licences: [standard]}
            # assignments.yaml
            personas:
              standard: {licences: [standard], conferencing: STD}
              phone: {licences: [standard, plus], conferencing: STD}
              left: {licences: [standard], conferencing: null}
            rules:
              - {name: sales, when: {group: Sales}, persona: standard}
              - {name: sellers, when: {all: [{group: Sellers}, {group: Cars}]}, persona: phone}
              - {name: nobody, when: {group: Typo}, persona: phone}
              - {name: left, when: {group: Left}, persona: left}
            # exceptions.yaml
            - {person: gone, persona: phone, reason: r, until: 2026-01-31, approvedBy: boss}
            - {person: dan, persona: phone, reason: r, approvedBy: boss}
            """;
    private static final Workspace WORKSPACE = Workspaces.read(TEXT);

    @Test
    void people_are_counted_for_the_rule_that_decides_and_for_those_that_mean_them() {
        Census census = census(
                List.of(),
                person("ann", "sales"),
                person("bob", "sales", "sellers", "cars"),
                person("cas"),
                person("dan", "left"),
                person("gone", "left"));

        assertThat(census.people()).isEqualTo(5);
        assertThat(census.rules())
                .containsExactly(
                        new Census.RuleCount(2, 2),
                        new Census.RuleCount(1, 0),
                        new Census.RuleCount(0, 0),
                        new Census.RuleCount(2, 1));
        assertThat(census.withoutGrant())
                .as("cas, whom no rule means, and gone")
                .isEqualTo(2);
    }

    @Test
    void a_rule_that_takes_nobody_is_told_with_the_counts() {
        Census census = census(List.of(), person("bob", "sales", "sellers", "cars"), person("eve", "left"));

        assertThat(Workspaces.findings(TEXT, Optional.of(census), Code.RULE_NEVER_MATCHES))
                .extracting(Finding::message)
                .containsExactly(
                        "the rule 'sellers' never decides: earlier rules or exceptions take all 1 people whom it matches",
                        "the rule 'nobody' matches none of 2 people");
    }

    @Test
    void global_weighs_less_when_everybody_has_a_grant() {
        Census granted = census(List.of(), person("ann", "sales"));
        Census ungranted = census(List.of(), person("ann", "sales"), person("cas"));

        assertThat(Workspaces.findings(TEXT, Optional.of(granted), Code.GENEROUS_FALLBACK))
                .extracting(Finding::severity)
                .containsExactly(Severity.INFO);
        assertThat(Workspaces.findings(TEXT, Optional.of(ungranted), Code.GENEROUS_FALLBACK))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                    assertThat(finding.message()).contains("1 person without a grant");
                });
    }

    @Test
    void remote_call_control_on_the_server_without_plus_is_told() {
        List<UserState> users = List.of(user("ann", true), user("bob", true), user("cas", false));
        Census census = census(users, person("ann", "sales"), person("bob"), person("cas"), person("dan"));

        assertThat(census.remoteControlWithoutPlus()).isEqualTo(2);
        assertThat(Workspaces.findings(TEXT, Optional.of(census), Code.VOICE_WITHOUT_PLUS))
                .extracting(Finding::message)
                .containsExactly(
                        "2 people whose persona holds no plus have remote call control on the server, which needs it");
    }

    @Test
    void exceptions_that_do_nothing_are_told() {
        CensusTaker taker = new CensusTaker(WORKSPACE, LocalDate.of(2026, 2, 1), List.of());
        taker.accept(person("ann"));

        assertThat(taker.findings())
                .extracting(Finding::message)
                .containsExactly(
                        "the exception for gone ended on 2026-01-31", "the exception for dan matches none of 1 person");
    }

    @Test
    void rows_that_mean_somebody_once_more_are_told_however_many_rows_there_are() {
        CensusTaker taker = new CensusTaker(WORKSPACE, LocalDate.of(2026, 2, 1), List.of());
        for (int line = 2; line < 5000; line++) {
            taker.accept(row("p" + line, line));
        }
        assertThat(taker.findings()).noneMatch(finding -> finding.code() == Code.DUPLICATE_PERSON);
        taker.accept(row("P7", 5000));
        taker.accept(row("new", 5001));
        taker.accept(row("p4999", 5002));

        assertThat(taker.findings())
                .filteredOn(finding -> finding.code() == Code.DUPLICATE_PERSON)
                .extracting(finding -> finding.place() + " " + finding.message())
                .containsExactly(
                        "people.csv:5000 P7 is meant by line 7 too", "people.csv:5002 p4999 is meant by line 4999 too");
    }

    private static Person row(String sam, int line) {
        return new Person(ids(sam), null, Set.of(), _ -> List.of(), true, Place.line("people.csv", line));
    }

    private static Census census(List<UserState> users, Person... people) {
        CensusTaker taker = new CensusTaker(WORKSPACE, LocalDate.of(2026, 2, 1), users);
        List.of(people).forEach(taker);
        return taker.census();
    }

    private static Person person(String sam, String... groups) {
        return new Person(ids(sam), null, Set.of(groups), _ -> List.of(), true, null);
    }

    private static UserState user(String sam, boolean remoteCallControl) {
        return new UserState(ids(sam), null, new Account(true, false, remoteCallControl, false), null, null, null);
    }

    private static Identifiers ids(String sam) {
        return new Identifiers(null, sam, null, null, null, null);
    }
}
