package io.calque.lync.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.calque.apply.Applier;
import io.calque.apply.ApplyListener;
import io.calque.apply.Faults;
import io.calque.apply.RunResult;
import io.calque.apply.SimulatedPool;
import io.calque.catalogue.PolicyType;
import io.calque.diagnostic.Findings;
import io.calque.people.CsvPeople;
import io.calque.plan.Plan;
import io.calque.plan.PlanOptions;
import io.calque.plan.Planner;
import io.calque.plan.Step;
import io.calque.plan.StepKind;
import io.calque.remoting.lab.Json;
import io.calque.remoting.lab.ScriptLab;
import io.calque.source.Bytes;
import io.calque.state.Observed;
import io.calque.state.ObservedReader;
import io.calque.state.UserState;
import io.calque.workspace.Workspace;
import io.calque.workspace.WorkspaceReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One plan, two ways to do it: applied to the simulated pool, and as a script that a real PowerShell engine runs on a pool that begins
 * with the same state. Both must end with the same state, and refuse the same steps. Compared are all that Calque reads of a server,
 * namely conferencing and voice policies, grants, account flags and numbers; and of all else that the lab keeps, that it is as before.
 */
@Tag("integration")
@Tag("lab")
class AgreementLabTest {
    /** The five characters that PowerShell takes for a single quote, and others that mean something to it. */
    private static final String HOSTILE = "a'b‘c’d‚e‛f $(g) `h “i” \"j\" {k} & | ; # 100% Ünï";

    /** The workspace refuses names that the server would read as something else; what else there is, it must carry. */
    private static final String NAMED = "Nur Text – Köln {k} & 100% 日本 #1";

    private static final String POLICIES = """
            conferencing:
              Global: {settings: {AllowIPVideo: false}}
              "Site:Dublin": {settings: {AllowConferenceRecording: false, AllowIPAudio: false}}
              "Site:Redmond": {settings: {MaxMeetingSize: 100}}
              Sales: {description: "Tom’s 'own' $(policy); \\"x\\"", settings: {MaxMeetingSize: 250, AllowIPVideo: false}}
              %1$s: {description: %2$s, settings: {AllowIPAudio: false, EnableAppDesktopSharing: None}}
            voice:
              Global: {settings: {AllowCallForwarding: false}}
              %1$s: {settings: {AllowSimulRing: false, PstnUsages: [Local, Internal]}}
            """.formatted(Json.quote(NAMED), Json.quote(HOSTILE));

    private static final String ASSIGNMENTS = """
            personas:
              desk: {licences: [standard], conferencing: %1$s, voice: {enterprise: false, policy: null, line: null}}
              phone: {licences: [standard, plus], conferencing: Sales, voice: {enterprise: true, policy: %1$s, line: {column: Phone}}}
              bare: {licences: [standard], conferencing: null}
            rules:
              - {name: desks, when: {column: {Wish: desk}}, persona: desk}
              - {name: phones, when: {column: {Wish: phone}}, persona: phone}
              - {name: bare, when: {column: {Wish: bare}}, persona: bare}
            """.formatted(Json.quote(NAMED));

    private static final String START = """
            {"policies":{"conferencing":{"Tag:Old ‘x’; $(y)":{"AllowIPAudio":false}},"voice":{"Tag:Old":{}}},
             "users":{
              "sip:ann@contoso.com":{"SipAddress":"sip:o'brien’s$(x)`y@contoso.com","DisplayName":"‘; Remove-Item $HOME ’"},
              "sip:bob@contoso.com":{"EnterpriseVoiceEnabled":true,"LineURI":"tel:+14255550101","ConferencingPolicy":"Sales"},
              "sip:cas@contoso.com":{"EnterpriseVoiceEnabled":true,"LineURI":"tel:+14255550102"},
              "sip:aoifemyer5@contoso.com":{"EnterpriseVoiceEnabled":true,"LineURI":"tel:+14255550103","VoicePolicy":"RedmondVoicePolicy"},
              "sip:timnuez8@contoso.com":{"Enabled":false},
              "sip:casobiwan7@contoso.com":{"RemoteCallControlTelephonyEnabled":true,"LineURI":"tel:+14255550104","LineServerURI":"sip:rcc@contoso.com"},
              "sip:aoifekowalsk12@contoso.com":{"AudioVideoDisabled":true},
              "sip:annemarieobr13@contoso.com":{"Enabled":false,"ConferencingPolicy":"Sales"}}}
            """;

    /** Wishes and numbers by SIP address; whoever is not listed is no person of the workspace. Two numbers change places. */
    private static final String PEOPLE = """
            SipAddress,Wish,Phone
            sip:o'brien’s$(x)`y@contoso.com,phone,+1 425 555 0100
            sip:bob@contoso.com,phone,+1 425 555 0102
            sip:cas@contoso.com,phone,+1 425 555 0101
            sip:srenmcdonald3@contoso.com,bare,
            sip:maryjaneobri4@contoso.com,desk,
            sip:aoifemyer5@contoso.com,desk,
            sip:franoislcuye6@contoso.com,phone,+1 425 555 0103
            sip:timnuez8@contoso.com,phone,+1 425 555 0108
            sip:casobiwan7@contoso.com,phone,+1 425 555 0107
            sip:aoifekowalsk12@contoso.com,phone,+1 425 555 0112
            sip:annemarieobr13@contoso.com,bare,
            sip:franoisobiwa10@contoso.com,nothing,
            sip:pekmyer11@contoso.com,phone,+1 425 555 0111
            sip:pek15@contoso.com,desk,
            sip:nobody@contoso.com,phone,+1 425 555 0199
            """;

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"lync-2010", "lync-2013", "sfb-2015", "sfb-2019", "sfb-se"})
    void the_script_and_the_simulated_pool_end_with_the_same_state(String product) throws IOException {
        ScriptLab lab = ScriptLab.orSkip(folder);
        String state = lab.pool(24, product);
        lab.patch(state, START);
        String before = dump(lab, state);
        Plan plan = plan(product, observed(before));
        assertThat(plan.steps().stream().map(Step::kind).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(StepKind.values());

        SimulatedPool pool = new SimulatedPool(observed(before), Faults.NONE, SimulatedPool.Surroundings.NONE);
        RunResult applied = new Applier(pool, _ -> {}, ApplyListener.SILENT, () -> false)
                .run(plan, new Applier.Order("run", "test", List.of()));
        ScriptLab.Run run = lab.script(state, script(plan), "-ResultPath", "first.csv");

        assertThat(run.exit()).as(run.toString()).isEqualTo(2);
        String after = dump(lab, state);
        assertThat(words(observed(after))).isEqualTo(words(pool.state()));
        assertThat(failed("first.csv"))
                .as("steps that failed, with the script; simulated: %s", applied.failures())
                .isEqualTo(
                        applied.failures().stream().map(RunResult.Failure::id).collect(Collectors.toSet()));
        assertThat(rest(after)).isEqualTo(rest(before));

        lab.script(state, script(plan), "-ResultPath", "second.csv");

        assertThat(dump(lab, state)).isEqualTo(after);
        assertThat(Files.readAllLines(folder.resolve("second.csv"))).noneMatch(row -> row.contains("\"applied\""));
    }

    private static Plan plan(String product, Observed start) {
        Map<String, String> files = Map.of(
                "calque.yaml",
                "product: " + product + "\npeople: people.csv\n",
                "policies.yaml",
                POLICIES,
                "assignments.yaml",
                ASSIGNMENTS,
                "people.csv",
                PEOPLE);
        Findings findings = new Findings();
        Workspace workspace = WorkspaceReader.read(
                        name -> Optional.ofNullable(files.get(name)).map(AgreementLabTest::bytes), findings)
                .orElseThrow();
        assertThat(findings.sorted()).isEmpty();
        Planner planner = new Planner(workspace, LocalDate.of(2026, 11, 24), findings);
        new CsvPeople("people.csv", bytes(PEOPLE)).read(workspace.interest(), planner::accept, findings);
        return planner.finish(start, new PlanOptions(true));
    }

    private Path script(Plan plan) throws IOException {
        Path file = folder.resolve("plan.ps1");
        try (OutputStream out = Files.newOutputStream(file)) {
            PlanScript.write(plan, out);
        }
        return file;
    }

    /** The numbers of the steps that a result file tells as failed. */
    private Set<Long> failed(String result) throws IOException {
        return Files.readAllLines(folder.resolve(result)).stream()
                .filter(row -> row.contains("\"failed\""))
                .map(row -> Long.valueOf(row.split("\"")[1]))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What is compared, one line for each policy and each user. */
    private static List<String> words(Observed observed) {
        List<String> words = new ArrayList<>();
        for (PolicyType type : PolicyType.values()) {
            observed.policies().all(type).stream()
                    .map(policy -> type.id() + " " + policy.identity().key() + " " + new TreeMap<>(policy.settings()))
                    .sorted()
                    .forEach(words::add);
        }
        observed.users().stream().map(UserState::toString).forEach(words::add);
        return words;
    }

    /** What the lab keeps beside that: other kinds of policies, and the keys of users that no step is about. */
    private static String rest(String text) {
        Json dump = Json.parse(text);
        Set<String> types = Set.of("conferencing", "voice");
        Set<String> keys = Set.of("ConferencingPolicy", "VoicePolicy", "EnterpriseVoiceEnabled", "LineURI");
        StringBuilder rest = new StringBuilder();
        Json policies = dump.at("policies");
        policies.keys().stream()
                .filter(type -> !types.contains(type))
                .forEach(type -> rest.append(type).append(policies.at(type)).append('\n'));
        for (Json user : dump.at("users").items()) {
            user.keys().stream()
                    .filter(key -> !keys.contains(key))
                    .forEach(key -> rest.append(key).append(user.at(key)).append(' '));
            rest.append('\n');
        }
        return rest.toString();
    }

    private static String dump(ScriptLab lab, String state) {
        return lab.run("", "state", state, "dump").out();
    }

    private static Observed observed(String dump) {
        return ObservedReader.read("dump.json", stream(dump));
    }

    private static Bytes bytes(String text) {
        return () -> stream(text);
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
