package io.calque.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.calque.apply.RunResult;
import io.calque.audit.Position;
import io.calque.catalogue.ProductVersion;
import io.calque.engine.context.Cancellation;
import io.calque.engine.context.Context;
import io.calque.engine.context.Progress;
import io.calque.engine.folder.NewWorkspace;
import io.calque.engine.folder.PlanFile;
import io.calque.engine.folder.WorkspaceFolder;
import io.calque.explain.Explanation;
import io.calque.people.FaultyRows;
import io.calque.plan.Plan;
import io.calque.plan.PlanOptions;
import io.calque.security.credential.UserSecrets;
import io.calque.security.password.Passwords;
import io.calque.store.Holder;
import io.calque.store.WorkspaceLock;
import io.calque.workspace.Template;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A front end that is no command line, over the use cases alone: several companies at once in one process, each with its own folder,
 * day and actor. What comes of each is what comes of it alone, so that nothing rests on what they share.
 */
class SecondFrontEndTest {
    private static final Instant BEFORE = Instant.parse("2026-06-30T12:00:00Z");
    private static final Instant AFTER = Instant.parse("2026-07-01T12:00:00Z");

    private static final String STANDARD = "Tag:STD_CAL_NoConferencing";
    private static final String PRESENTER = "Tag:ENT_CAL_REC_AudioVideo";

    @TempDir
    Path folder;

    private record Company(String name, int people, Instant now, ZoneId zone) {}

    private record Outcome(
            boolean proved,
            String fingerprint,
            long applied,
            String actor,
            String policyOfFirst,
            long users,
            long beyond,
            int differences) {}

    @Test
    void several_companies_at_once_come_to_what_each_comes_to_alone() throws InterruptedException, ExecutionException {
        List<Company> companies = List.of(
                new Company("a", 40, BEFORE, ZoneOffset.UTC),
                new Company("b", 40, AFTER, ZoneOffset.UTC),
                // Still the day before in the west.
                new Company("c", 40, Instant.parse("2026-07-01T03:00:00Z"), ZoneId.of("America/New_York")),
                new Company("d", 300, AFTER, ZoneOffset.UTC));
        List<Outcome> alone = companies.stream()
                .map(company -> serve(company, folder.resolve("alone")))
                .toList();
        List<Outcome> together = new ArrayList<>();
        try (ExecutorService executor = Executors.newFixedThreadPool(companies.size())) {
            List<Future<Outcome>> running = companies.stream()
                    .map(company -> executor.submit(() -> serve(company, folder.resolve("together"))))
                    .toList();
            for (Future<Outcome> one : running) {
                together.add(one.get());
            }
        }

        assertThat(together).isEqualTo(alone);
        assertThat(alone).extracting(Outcome::proved).containsOnly(true);
        assertThat(alone).extracting(Outcome::differences).containsOnly(0);
        assertThat(alone).extracting(Outcome::users).containsExactly(40L, 40L, 40L, 300L);
        assertThat(alone).extracting(Outcome::actor).containsExactly("a", "b", "c", "d");
        assertThat(alone)
                .extracting(Outcome::policyOfFirst)
                .as("an exception that ends with June")
                .containsExactly(PRESENTER, STANDARD, PRESENTER, STANDARD);
    }

    private static Outcome serve(Company company, Path parent) {
        Path path = parent.resolve(company.name());
        NewWorkspace.write(path, files(company));
        Context context = new Context(
                WorkspaceFolder.open(path, company.name()),
                company::now,
                company.zone(),
                company.name(),
                Progress.NONE,
                Cancellation.NONE,
                work -> Thread.ofPlatform().daemon().start(work),
                new UserSecrets(new Passwords(Map.of(), _ -> null), path.resolve("none.yaml")),
                () -> {
                    throw new IllegalStateException("no crash is asked for");
                });
        CheckReport check = new Checking(context).check();
        Plan plan = new Planning(context)
                .plan(PlanOptions.DEFAULT, FaultyRows.REFUSE)
                .value();
        PlanFile.save(plan, path.resolve("saved.plan"), "saved.plan", context.folder());
        RunResult run = apply(context, PlanFile.read(path.resolve("saved.plan"), "saved.plan"));
        Explanation first = new Explaining(context).person("user0").value();
        Position position = new Auditing(context).position(FaultyRows.REFUSE).value();
        return new Outcome(
                check.proved(),
                plan.header().fingerprint(),
                run.applied(),
                context.folder()
                        .runs(context.clock())
                        .read(run.run())
                        .started()
                        .orElseThrow()
                        .by(),
                first.situation().conferencing().identity().print(),
                position.users(),
                position.excess().size(),
                new Drifting(context).differences(FaultyRows.REFUSE).value().size());
    }

    private static RunResult apply(Context context, Plan plan) {
        Holder holder = Holder.ofThisProcess(
                "here", "a second front end", context.clock().instant());
        try (WorkspaceLock lock = context.folder().lock(holder)) {
            return new Applying(context, lock).run(plan, context.folder().workspace(), Optional.empty());
        }
    }

    private static Map<String, String> files(Company company) {
        return Map.of(
                "calque.yaml",
                "product: lync-2010\npeople: people.csv\nserver: simulated\n",
                "policies.yaml",
                Template.files(ProductVersion.LYNC_2010).getOrDefault("policies.yaml", ""),
                "assignments.yaml",
                """
                personas:
                  standard: {licences: [standard], conferencing: STD_CAL_NoConferencing}
                  presenter: {licences: [standard, enterprise], conferencing: ENT_CAL_REC_AudioVideo}
                rules:
                  - {name: all, when: everyone, persona: standard}
                """,
                "exceptions.yaml",
                "- {person: user0, persona: presenter, reason: board, until: 2026-06-30, approvedBy: boss}\n",
                "people.csv",
                IntStream.range(0, company.people())
                        .mapToObj(i -> "user%d,sip:user%d@%s.example".formatted(i, i, company.name()))
                        .collect(Collectors.joining("\n", "SamAccountName,SipAddress\n", "\n")));
    }
}
