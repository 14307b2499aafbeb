package io.calque.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.licence.Licences;
import io.calque.licence.Reading;
import io.calque.meeting.Gate;
import io.calque.meeting.Participant;
import io.calque.meeting.Rule;
import io.calque.meeting.Scenario;
import io.calque.meeting.Simulation;
import io.calque.meeting.StepResult;
import io.calque.source.ResourceTable;
import io.calque.source.SourceText;
import io.calque.source.Yaml;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The rules of meetings, one row or more for each: {@code truth-table.csv} is written for people who know the product. */
class TruthTableTest {
    private static final List<Map<String, String>> ROWS = ResourceTable.rows(TruthTableTest.class, "truth-table.csv");

    @TestFactory
    Stream<DynamicTest> every_row_holds() {
        return ROWS.stream()
                .map(row -> DynamicTest.dynamicTest(row.get("rule") + ": " + row.get("shows"), () -> holds(row)));
    }

    @Test
    void every_rule_has_a_row_and_every_row_a_rule() {
        Set<String> shown = ROWS.stream().map(row -> row.get("rule")).collect(Collectors.toSet());
        Set<String> rules = Rule.all().stream().map(Rule::id).collect(Collectors.toSet());

        assertThat(rules).hasSizeGreaterThan(55).isEqualTo(shown);
    }

    @Test
    void every_reading_of_a_meeting_rule_belongs_to_a_rule_and_both_choices_have_rows() {
        for (Reading reading : Reading.all()) {
            assertThat(Rule.of(reading.rule())).as(reading.toString()).isPresent();
            assertThat(ROWS)
                    .as(reading.toString())
                    .anyMatch(row -> cell(row, "meeting").contains(reading.topic() + "=" + reading.choice()));
        }
    }

    private static void holds(Map<String, String> row) {
        Findings findings = new Findings();
        Optional<Scenario> scenario = Yaml.read(new SourceText("row", TableScenario.yaml(row)), findings)
                .flatMap(root -> ScenarioReader.read(root, (_, _, _) -> Optional.empty(), findings));
        if (cell(row, "outcome").startsWith("CQ")) {
            assertThat(findings.sorted()).extracting(f -> f.code().id()).containsExactly(cell(row, "outcome"));
            return;
        }
        assertThat(findings.sorted()).extracting(Finding::message).isEmpty();
        StepResult line = Simulation.play(scenario.orElseThrow()).getLast();
        assertThat(words(line)).as(line.why()).isEqualTo(expected(row));
        Participant actor = Objects.requireNonNull(
                scenario.orElseThrow().people().get(line.step().actor()));
        assertThat(line.missing())
                .isEqualTo(actor.kind().isInternal() ? actor.licences().lacks(line.needs()) : Licences.NONE);
    }

    private static List<String> words(StepResult line) {
        Gate gate = line.gate();
        return List.of(
                line.outcome().word(),
                gate == null ? "" : gate.word(),
                Objects.requireNonNullElse(line.setting(), ""),
                line.rule(),
                line.code() == null ? "" : String.valueOf(line.code()),
                line.needs().toString(),
                line.lost().stream()
                        .map(loss ->
                                loss.person() + " " + loss.medium().word() + " " + loss.setting() + " " + loss.rule())
                        .collect(Collectors.joining(", ")));
    }

    private static List<String> expected(Map<String, String> row) {
        return Stream.of("outcome", "gate", "setting", "decided by", "code", "needs", "lost")
                .map(column -> cell(row, column))
                .toList();
    }

    private static String cell(Map<String, String> row, String column) {
        return ResourceTable.cell(row, column);
    }
}
