package io.calque.lync.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calque.catalogue.PolicyType;
import io.calque.catalogue.ProductVersion;
import io.calque.catalogue.Value;
import io.calque.diagnostic.Fault;
import io.calque.licence.Licence;
import io.calque.plan.Plan;
import io.calque.plan.PlanHeader;
import io.calque.plan.Step;
import io.calque.policy.Identity;
import io.calque.policy.Policy;
import io.calque.remoting.lab.Json;
import io.calque.remoting.lab.ScriptLab;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanScriptTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/plan.ps1");
    private static final Identity.Tag STANDARD = new Identity.Tag("STD_CAL_NoConferencing");
    private static final String WHY = "because";

    private static final List<Step> EVERY_KIND = List.of(
            new Step.CreatePolicy(
                    new Policy(
                            PolicyType.CONFERENCING,
                            STANDARD,
                            Map.of(
                                    "AllowIPAudio",
                                    new Value.Flag(false),
                                    "MaxMeetingSize",
                                    new Value.Int(250),
                                    "Description",
                                    new Value.Text("Tom’s 'own' $(policy)"))),
                    WHY),
            new Step.SetPolicy(
                    PolicyType.VOICE,
                    Identity.global(),
                    Map.of("PstnUsages", new Value.Texts(List.of("Internal"))),
                    Map.of("PstnUsages", new Value.Texts(List.of("Local", "Long’s"))),
                    WHY),
            new Step.DisableVoice("sip:ann@contoso.com", WHY),
            new Step.SetLine("sip:ann@contoso.com", "tel:+14255550100", null, WHY),
            new Step.SetLine("sip:bob@contoso.com", null, "tel:+14255550100;ext=7", WHY),
            new Step.EnableVoice("sip:bob@contoso.com", WHY),
            new Step.Grant("sip:ann@contoso.com", PolicyType.CONFERENCING, null, STANDARD, WHY),
            new Step.Grant(
                    "CN=O’Brien\\, Bob,DC=contoso", PolicyType.CONFERENCING, new Identity.Tag("Sales"), STANDARD, WHY),
            new Step.Grant("sip:cas@contoso.com", PolicyType.CONFERENCING, null, STANDARD, WHY),
            new Step.Revoke("sip:dan@contoso.com", PolicyType.VOICE, new Identity.Tag("Abroad"), WHY),
            new Step.RemovePolicy(new Policy(PolicyType.VOICE, new Identity.Tag("Abroad"), Map.of()), WHY));

    @Test
    @Tag("golden")
    void the_script_of_a_plan_with_every_kind_of_step() throws IOException {
        String script = text(EVERY_KIND);
        if ("rewrite".equals(System.getProperty("calque.golden"))) {
            Files.createDirectories(GOLDEN.toAbsolutePath().getParent());
            Files.writeString(GOLDEN, script);
        }
        assertThat(script).startsWith("\uFEFF").doesNotContainPattern("[^\r]\n");
        assertThat(script.replace("\r\n", "\n"))
                .isEqualTo(Files.readString(GOLDEN).replace("\r\n", "\n"));
    }

    @Test
    void every_bad_name_is_told_at_once_and_nothing_is_written() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Step> steps = List.of(
                new Step.EnableVoice("sip:ann@contoso.com\r\nRemove-CsUser", WHY),
                new Step.Grant("sip:bob@contoso.com", PolicyType.VOICE, null, new Identity.Tag("a\u202Eb"), WHY));

        assertThatThrownBy(() -> PlanScript.write(plan(steps), out)).isInstanceOfSatisfying(Fault.class, fault -> {
            assertThat(fault.findings()).hasSize(2);
        });
        assertThat(out.size()).isZero();
    }

    @Test
    @Tag("integration")
    @Tag("lab")
    void two_thousand_grants_are_parsed_and_run_and_nothing_is_left_for_a_second_run(@TempDir Path folder)
            throws IOException {
        ScriptLab lab = ScriptLab.orSkip(folder);
        String pool = lab.pool(2_400, "lync-2013");
        lab.patch(pool, "{\"policies\":{\"conferencing\":{\"Tag:STD_CAL_NoConferencing\":{}}}}");
        List<Step> steps = new ArrayList<>();
        for (Json user : lab.dump(pool).at("users").items()) {
            String sip = user.at("SipAddress").text();
            if (!sip.isEmpty() && steps.size() < 2_000) {
                String before = user.at("ConferencingPolicy").text();
                Identity.Tag had = before.isEmpty() ? null : new Identity.Tag(before);
                steps.add(new Step.Grant(sip, PolicyType.CONFERENCING, had, STANDARD, WHY));
            }
        }
        assertThat(steps).hasSize(2_000);
        Path script = folder.resolve("plan.ps1");
        Files.writeString(script, text(steps));

        assertThat(lab.parse(script).at("errors").items()).isEmpty();
        ScriptLab.Run run = lab.script(pool, script);
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains("2000 applied, 0 already so, 0 failed");
        assertThat(lab.dump(pool).at("users").items().stream()
                        .filter(u -> u.at("ConferencingPolicy").text().equals("STD_CAL_NoConferencing")))
                .hasSize(2_000);
        assertThat(lab.script(pool, script).out()).contains("0 applied, 2000 already so, 0 failed");
    }

    private static String text(List<Step> steps) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PlanScript.write(plan(steps), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Plan plan(List<Step> steps) {
        PlanHeader header = new PlanHeader(
                ProductVersion.LYNC_2013,
                steps.size(),
                new TreeMap<>(),
                0,
                0,
                0,
                new EnumMap<>(Licence.class),
                null,
                List.of(),
                "sha256:0123456789abcdef",
                "sha256:0123456789abcdef");
        return new Plan(header, steps);
    }
}
