package io.calque.lync.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calque.apply.Applier;
import io.calque.apply.ApplyListener;
import io.calque.apply.RunResult;
import io.calque.catalogue.PolicyType;
import io.calque.catalogue.ProductVersion;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Findings;
import io.calque.journal.Event;
import io.calque.journal.RunState;
import io.calque.people.CsvPeople;
import io.calque.plan.Plan;
import io.calque.plan.PlanOptions;
import io.calque.plan.Planner;
import io.calque.plan.StepKind;
import io.calque.policy.Identity;
import io.calque.remoting.auth.Credentials;
import io.calque.remoting.auth.Login;
import io.calque.remoting.auth.Mechanism;
import io.calque.remoting.http.HttpsUrl;
import io.calque.remoting.lab.HttpsLab;
import io.calque.remoting.lab.Lab;
import io.calque.security.secret.Secret;
import io.calque.server.Extent;
import io.calque.source.Bytes;
import io.calque.state.Observed;
import io.calque.state.UserState;
import io.calque.workspace.Workspace;
import io.calque.workspace.WorkspaceReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The live server over HTTPS; the pool's own state and its log of calls are the judges. */
@Tag("integration")
@Tag("lab")
class LyncServerLabTest {
    private static final ProductVersion PRODUCT = ProductVersion.LYNC_2013;
    private static final Applier.Order ORDER = new Applier.Order("run", "test", true);
    private static final String CONTROLLER = "dc1.contoso.com";
    private static final String POLICIES = """
            conferencing:
              Desk: {settings: {AllowIPAudio: false, EnableAppDesktopSharing: None}}
            """;
    private static final String ASSIGNMENTS = """
            personas:
              desk: {licences: [standard], conferencing: Desk}
              phone: {licences: [standard, plus], conferencing: null, voice: {enterprise: true, policy: null, line: {column: Phone}}}
            rules:
              - {name: phones, when: {column: {Wish: phone}}, persona: phone}
              - {name: desks, when: {column: {Wish: desk}}, persona: desk}
            """;

    @TempDir
    private Path folder = Path.of("");

    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

    @SuppressWarnings("NullAway.Init") // set before each test that goes on
    private HttpsLab lab;

    @BeforeEach
    void start() {
        lab = HttpsLab.serve(Lab.in(folder, 60), folder, "-Auth", "basic");
    }

    @AfterEach
    void stop() {
        executor.close();
        if (lab != null) {
            lab.close();
        }
    }

    private LyncServer server() {
        Login login = Login.by(Mechanism.BASIC, new Credentials.Password(HttpsLab.USER, Secret.of(HttpsLab.PASSWORD)));
        LyncSettings settings = new LyncSettings(
                HttpsUrl.parse(lab.url()), lab.trust(), login, Optional.of(CONTROLLER), LyncSettings.SESSIONS);
        return LyncServer.of(settings, PRODUCT, executor);
    }

    /** Everybody gets something: every third person a number, the others a policy. */
    private static Plan plan(Observed start) {
        StringBuilder people = new StringBuilder("SipAddress,Wish,Phone\n");
        int n = 0;
        for (UserState user : start.users()) {
            if (user.account().enabled()) {
                n++;
                people.append(Objects.requireNonNull(user.ids().sipAddress()))
                        .append(n % 3 == 0 ? ",phone,+1 425 777 0" + (100 + n) : ",desk,")
                        .append('\n');
            }
        }
        Map<String, String> files = Map.of(
                "calque.yaml",
                "product: lync-2013\npeople: people.csv\n",
                "policies.yaml",
                POLICIES,
                "assignments.yaml",
                ASSIGNMENTS,
                "people.csv",
                people.toString());
        Findings findings = new Findings();
        Workspace workspace = WorkspaceReader.read(
                        name -> Optional.ofNullable(files.get(name)).map(LyncServerLabTest::bytes), findings)
                .orElseThrow();
        Planner planner = new Planner(workspace, LocalDate.of(2026, 11, 24), findings);
        new CsvPeople("people.csv", bytes(people.toString())).read(workspace.interest(), planner::accept, findings);
        return planner.finish(start, new PlanOptions(false));
    }

    private static Bytes bytes(String text) {
        return () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_plan_is_applied_and_a_new_plan_is_empty() {
        try (LyncServer server = server()) {
            Plan plan = plan(server.read(new Extent.Everything()));
            assertThat(plan.header().byKind().get(StepKind.GRANT)).isGreaterThan(20);
            assertThat(plan.header().byKind().get(StepKind.SET_LINE)).isGreaterThan(10);
            assertThat(plan.header().byKind().get(StepKind.CREATE_POLICY)).isEqualTo(1);

            RunResult result = new Applier(server, _ -> {}, ApplyListener.SILENT, () -> false).run(plan, ORDER);

            assertThat(result.failures()).isEmpty();
            assertThat(result.isWhole()).isTrue();
            Observed after = server.read(new Extent.Everything());
            assertThat(after.policies().all(PolicyType.CONFERENCING))
                    .anyMatch(policy -> policy.identity().equals(new Identity.Tag("Desk")));
            assertThat(plan(after).steps()).isEmpty();
        }
        assertThat(lab.calls("Grant-CsConferencingPolicy", CONTROLLER))
                .isEqualTo(lab.calls("Grant-CsConferencingPolicy", ""));
        assertThat(lab.calls("Get-CsUser", CONTROLLER)).isEqualTo(lab.calls("Get-CsUser", ""));
        assertThat(lab.writes("New-CsConferencingPolicy", "")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kill-before", "cut-before", "cut-after"})
    void a_run_that_loses_its_sessions_is_resumed_and_nothing_is_written_twice(String fault) {
        List<Event> journal = new ArrayList<>();
        Plan plan;
        try (LyncServer server = server()) {
            plan = plan(server.read(new Extent.Everything()));
            lab.faults("{\"where\":\"cmdlet\",\"cmdlet\":\"Grant-*\",\"nth\":9,\"times\":1,\"do\":\"" + fault + "\"}");

            new Applier(server, journal::addAll, ApplyListener.SILENT, () -> false).run(plan, ORDER);
        }
        lab.faults();
        RunState before = new RunState();
        journal.forEach(before::take);
        // What was done before the connection went, the reading after it shows.
        assertThat(before.doubtful().isEmpty()).isEqualTo(fault.endsWith("after"));

        try (LyncServer server = server()) {
            new Applier(server, journal::addAll, ApplyListener.SILENT, () -> false).resume(plan, before, ORDER);
            assertThat(plan(server.read(new Extent.Everything())).steps()).isEmpty();
        }
        int most = fault.endsWith("after") ? 1 : 2;
        plan.steps().stream()
                .filter(step -> step.kind() == StepKind.GRANT)
                .forEach(step -> assertThat(lab.writes("Grant-CsConferencingPolicy", step.subject()))
                        .as(step.subject())
                        .isBetween(1L, (long) most));
    }

    @Test
    void only_the_people_of_the_steps_are_read_and_who_is_not_there_is_left_out() {
        try (LyncServer server = server()) {
            Observed all = server.read(new Extent.Everything());
            String known = Objects.requireNonNull(all.users().getFirst().ids().sipAddress());

            Observed some = server.read(new Extent.OfUsers(new TreeSet<>(List.of(known, "sip:nobody@contoso.com"))));

            assertThat(some.users()).containsExactly(all.users().getFirst());
            assertThat(some.policies().all(PolicyType.CONFERENCING))
                    .isEqualTo(all.policies().all(PolicyType.CONFERENCING));
        }
    }

    @Test
    void a_server_that_is_away_is_a_finding_that_points_to_probe() {
        lab.faults("{\"where\":\"http\",\"action\":\"Create\",\"do\":\"status\",\"status\":503}");
        try (LyncServer server = server()) {
            assertThatThrownBy(() -> server.read(new Extent.Everything()))
                    .isInstanceOfSatisfying(Fault.class, fault -> {
                        assertThat(fault.findings().getFirst().code()).isEqualTo(Code.NO_ANSWER);
                        assertThat(fault.findings().getFirst().help()).contains("calque probe");
                    });
        }
    }

    @Test
    void a_server_that_allows_one_session_gets_one() {
        lab.close();
        lab = HttpsLab.serve(Lab.in(folder, 30), folder, "-Auth", "basic", "-MaxShells", "1");
        try (LyncServer server = server()) {
            Plan plan = plan(server.read(new Extent.Everything()));

            assertThat(new Applier(server, _ -> {}, ApplyListener.SILENT, () -> false)
                            .run(plan, ORDER)
                            .isWhole())
                    .isTrue();
        }
    }
}
