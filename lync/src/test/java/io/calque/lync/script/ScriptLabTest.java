package io.calque.lync.script;

import static io.calque.lync.script.Steps.createPolicy;
import static io.calque.lync.script.Steps.file;
import static io.calque.lync.script.Steps.grant;
import static io.calque.lync.script.Steps.line;
import static io.calque.lync.script.Steps.removePolicy;
import static io.calque.lync.script.Steps.setPolicy;
import static io.calque.lync.script.Steps.settings;
import static io.calque.lync.script.Steps.voice;
import static org.assertj.core.api.Assertions.assertThat;

import io.calque.catalogue.PolicyType;
import io.calque.remoting.lab.Json;
import io.calque.remoting.lab.ScriptLab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("integration")
@Tag("lab")
class ScriptLabTest {
    private static final String ANN = "sip:ann@contoso.com";
    private static final String BOB = "sip:bob@contoso.com";

    /** Every kind of step; three of them can't succeed: 9 (the line is taken), 10 (nobody) and 11 (still granted). */
    private static final List<ScriptStep> STEPS = List.of(
            createPolicy(
                    1,
                    PolicyType.CONFERENCING,
                    "No ‘meetings’ $(here) & \"there\"",
                    settings(
                            "AllowIPAudio",
                            false,
                            "Description",
                            "Tom‘s `$100 policy' -f {0} \"%\"",
                            "EnableAppDesktopSharing",
                            "None",
                            "MaxMeetingSize",
                            250)),
            createPolicy(2, PolicyType.VOICE, "Abroad", settings("PstnUsages", List.of("Local", "International"))),
            setPolicy(
                    3,
                    PolicyType.CONFERENCING,
                    "Global",
                    settings("AllowIPVideo", true),
                    settings("AllowIPVideo", false)),
            setPolicy(
                    4,
                    PolicyType.CONFERENCING,
                    "Tag:Sales",
                    settings("Description", "Sales people", "MaxMeetingSize", 50),
                    settings("Description", "", "MaxMeetingSize", 250)),
            grant(5, ANN, null, "No ‘meetings’ $(here) & \"there\""),
            grant(6, BOB, null, "No ‘meetings’ $(here) & \"there\""),
            voice(7, ANN, true),
            line(8, ANN, null, "tel:+14255551234"),
            line(9, BOB, null, "tel:+14255551234"),
            grant(10, "sip:nobody@contoso.com", null, "Sales"),
            removePolicy(11, PolicyType.VOICE, "RedmondVoicePolicy"),
            removePolicy(12, PolicyType.VOICE, "Old"));

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path folder;

    @SuppressWarnings("NullAway.Init") // set before each test
    private ScriptLab lab;

    @SuppressWarnings("NullAway.Init") // set before each test
    private String pool;

    @BeforeEach
    void startFromANewPool() {
        lab = ScriptLab.orSkip(folder);
        pool = lab.pool(30, "lync-2013");
        lab.patch(pool, "{\"policies\":{\"voice\":{\"Tag:Old\":{}}}}");
    }

    @Test
    void the_parser_finds_no_fault_and_only_constant_arguments_to_the_products_cmdlets() {
        Json parsed = lab.parse(file(folder, "plan.ps1", STEPS));

        assertThat(parsed.at("errors").items()).isEmpty();
        Json encoding = parsed.at("encoding");
        assertThat(encoding.at("bom").value()).isEqualTo(true);
        assertThat(encoding.at("readDifferentlyBy51").value()).isEqualTo(false);
        assertThat(encoding.at("lf").value()).isEqualTo(0L);
        List<Json> calls = parsed.at("commands").items().stream()
                .filter(c -> c.at("cs").value() == Boolean.TRUE)
                .toList();
        assertThat(calls)
                .hasSizeGreaterThan(STEPS.size())
                .allSatisfy(call -> assertThat(call.at("constant").value()).isEqualTo(true));
        assertThat(parsed.at("expandable").items()).isEmpty();
    }

    @Test
    void it_does_what_can_be_done_and_tells_what_can_not() throws IOException {
        ScriptLab.Run run = lab.script(pool, file(folder, "plan.ps1", STEPS), "-ResultPath", "result.csv");

        assertThat(run.exit()).as(run.toString()).isEqualTo(2);
        Json after = lab.dump(pool);
        Json policy = after.at("policies").at("conferencing").at("Tag:No ‘meetings’ $(here) & \"there\"");
        assertThat(policy.at("AllowIPAudio").value()).isEqualTo(false);
        assertThat(policy.at("Description").value()).isEqualTo("Tom‘s `$100 policy' -f {0} \"%\"");
        assertThat(policy.at("EnableAppDesktopSharing").value()).isEqualTo("None");
        assertThat(after.at("policies")
                        .at("conferencing")
                        .at("Global")
                        .at("AllowIPVideo")
                        .value())
                .isEqualTo(false);
        assertThat(after.at("policies")
                        .at("conferencing")
                        .at("Tag:Sales")
                        .at("Description")
                        .text())
                .isEmpty();
        assertThat(after.at("policies").at("voice").keys())
                .contains("Tag:Abroad")
                .doesNotContain("Tag:Old");
        Json ann = after.at("users").find("SipAddress", ANN);
        assertThat(ann.at("ConferencingPolicy").value()).isEqualTo("No ‘meetings’ $(here) & \"there\"");
        assertThat(ann.at("EnterpriseVoiceEnabled").value()).isEqualTo(true);
        assertThat(ann.at("LineURI").value()).isEqualTo("tel:+14255551234");
        assertThat(after.at("users").find("SipAddress", BOB).at("LineURI").text())
                .isEmpty();
        List<String> rows = Files.readAllLines(folder.resolve("result.csv"));
        assertThat(rows).hasSize(13);
        assertThat(rows.stream().filter(r -> r.contains("\"applied\""))).hasSize(9);
        assertThat(rows.stream().filter(r -> r.contains("\"failed\"")))
                .hasSize(3)
                .anySatisfy(r -> assertThat(r).startsWith("\"9\"").contains("Filter failed to return unique result"))
                .anySatisfy(r -> assertThat(r).startsWith("\"10\"").contains("Management object not found"))
                .anySatisfy(r -> assertThat(r).startsWith("\"11\""));
    }

    @Test
    void a_second_run_writes_nothing() {
        List<ScriptStep> good =
                STEPS.stream().filter(s -> s.id() < 9 || s.id() == 12).toList();
        Path script = file(folder, "plan.ps1", good);
        assertThat(lab.script(pool, script).exit()).isZero();
        int writes = writes();
        assertThat(writes).isEqualTo(good.size());

        ScriptLab.Run again = lab.script(pool, script);

        assertThat(again.exit()).as(again.toString()).isZero();
        assertThat(again.out()).contains("0 applied, 9 already so, 0 failed");
        assertThat(writes()).isEqualTo(writes);
    }

    @Test
    void what_if_writes_nothing_and_says_what_it_would_do() {
        Json before = lab.dump(pool);

        ScriptLab.Run run = lab.script(pool, file(folder, "plan.ps1", STEPS), "-WhatIf");

        assertThat(run.out()).contains("What if: ").contains("11 would be applied, 0 applied, 0 already so, 1 failed");
        assertThat(lab.dump(pool)).isEqualTo(before);
        assertThat(writes()).isZero();
    }

    @Test
    void what_somebody_changed_meanwhile_is_left_alone_unless_asked_to_overwrite() {
        lab.patch(pool, "{\"users\":{\"" + ANN + "\":{\"ConferencingPolicy\":\"Sales\"}}}");
        Path script = file(folder, "plan.ps1", List.of(grant(1, ANN, null, "No ‘video’ & more")));

        ScriptLab.Run refused = lab.script(pool, script);
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(lab.dump(pool)
                        .at("users")
                        .find("SipAddress", ANN)
                        .at("ConferencingPolicy")
                        .value())
                .isEqualTo("Sales");

        assertThat(lab.script(pool, script, "-Overwrite").exit()).isZero();
        assertThat(lab.dump(pool)
                        .at("users")
                        .find("SipAddress", ANN)
                        .at("ConferencingPolicy")
                        .value())
                .isEqualTo("No ‘video’ & more");
    }

    @Test
    void nobody_gets_voice_whose_number_could_not_be_set() throws IOException {
        List<ScriptStep> steps = List.of(
                line(1, ANN, null, "tel:+1"), line(2, BOB, null, "tel:+1"), voice(3, BOB, true), voice(4, ANN, true));

        lab.script(pool, file(folder, "plan.ps1", steps), "-ResultPath", "r.csv");

        List<String> rows = Files.readAllLines(folder.resolve("r.csv"));
        assertThat(rows.get(3)).startsWith("\"3\"").contains("\"failed\"", "depends on step 2, which was not done");
        assertThat(rows.get(4)).startsWith("\"4\"").contains("\"applied\"");
        assertThat(lab.dump(pool)
                        .at("users")
                        .find("SipAddress", BOB)
                        .at("EnterpriseVoiceEnabled")
                        .value())
                .isNotEqualTo(true);
    }

    @Test
    void policies_shown_as_objects_are_read_as_well() {
        lab.patch(pool, "{\"quirks\":{\"policyProperty\":\"object\"}}");
        Path script = file(folder, "plan.ps1", List.of(grant(1, ANN, null, "Sales")));
        assertThat(lab.script(pool, script).exit()).isZero();

        assertThat(lab.script(pool, script).out()).contains("1 already so");
    }

    @Test
    void without_a_place_for_the_results_nothing_is_begun() {
        ScriptLab.Run run = lab.script(
                pool,
                file(folder, "plan.ps1", List.of(grant(1, ANN, null, "Sales"))),
                "-ResultPath",
                "no/such/folder/r.csv");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("Nothing was begun");
        assertThat(writes()).isZero();
    }

    /** The lab also logs its question whether to go on, marked whatIf, which writes nothing. */
    private int writes() {
        return (int) lab.calls(pool).stream()
                .filter(c -> c.at("whatIf").value() == null)
                .filter(c -> !c.at("cmdlet").text().startsWith("Get-"))
                .count();
    }
}
