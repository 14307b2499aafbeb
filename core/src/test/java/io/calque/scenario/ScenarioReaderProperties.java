package io.calque.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.calque.diagnostic.Findings;
import io.calque.meeting.Scenario;
import io.calque.meeting.Simulation;
import io.calque.meeting.StepResult;
import io.calque.source.SourceText;
import io.calque.source.Yaml;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever stands in a scenario file, it is played or its faults are told; nothing is thrown. */
class ScenarioReaderProperties {
    private static final String GOOD = """
            name: a test
            product: lync-2013
            profile: strict
            readings: {second-endpoint: joins}
            policies: {conferencing: {A: {settings: {AllowIPAudio: false, MaxMeetingSize: 3}}}, voice: {}}
            personas: {one: {licences: [standard], conferencing: A}}
            people: {ann: {persona: one}, bob: {conferencing: A, role: attendee}, eve: {kind: anonymous}, tel: {kind: pstn}}
            meeting: {organiser: ann, kind: p2p, access: invited, invited: [bob], configuration: {DesignateAsPresenter: None}}
            steps: [{ann: join}, {bob: {do: join, endpoint: x}}, {eve: {do: join, with: bob}}, {ann: {do: record, expect: {outcome: refused, gate: role}}}]
            """;

    @Property(tries = 150)
    void a_damaged_scenario_is_played_or_refused(
            @ForAll("pieces") String piece, @ForAll @IntRange(max = 900) int at, @ForAll @IntRange(max = 30) int gone) {
        int from = Math.min(at, GOOD.length());
        int to = Math.min(from + gone, GOOD.length());
        Findings findings = new Findings();

        Optional<Scenario> scenario = Yaml.read(
                        new SourceText("s.yaml", GOOD.substring(0, from) + piece + GOOD.substring(to)), findings)
                .flatMap(root -> ScenarioReader.read(root, (_, _, _) -> Optional.empty(), findings));

        if (scenario.isPresent()) {
            List<StepResult> lines = Simulation.play(scenario.get());
            assertThat(lines).hasSameSizeAs(scenario.get().steps());
        } else {
            assertThat(findings.sorted()).isNotEmpty();
        }
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.of(
                "",
                "{",
                "}",
                "[",
                "]",
                ": ",
                "null",
                "~",
                "\n",
                "ann",
                "join",
                "p2p",
                "'",
                "\"",
                "- ",
                "{do: ",
                "with: tel",
                "&a",
                "*a",
                "0");
    }
}
