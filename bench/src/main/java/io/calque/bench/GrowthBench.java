package io.calque.bench;

import io.calque.apply.Faults;
import io.calque.apply.SimulatedPool;
import io.calque.catalogue.PolicyType;
import io.calque.catalogue.ProductVersion;
import io.calque.diagnostic.Findings;
import io.calque.explain.Minimiser;
import io.calque.lint.Lint;
import io.calque.plan.Plan;
import io.calque.plan.PlanOptions;
import io.calque.plan.Planner;
import io.calque.policy.PolicySet;
import io.calque.source.Bytes;
import io.calque.state.Observed;
import io.calque.workspace.Workspace;
import io.calque.workspace.WorkspaceReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What grows with the size of a workspace, at three sizes that double: the time of each, and the power of the size with which it
 * grows, 1 for linear. Ends with status 1 when any power is above {@value #MOST}. Argument: the rounds of which the fastest counts.
 */
public final class GrowthBench {
    private static final double MOST = 1.5;

    /**
     * Something to measure.
     *
     * @param size the largest size; the others are a half and a quarter of it
     * @param workspace makes the files of a size
     * @param work what is done with the workspace
     */
    private record Case(String name, int size, IntFunction<Map<String, String>> workspace, Consumer<Read> work) {}

    /** A workspace as read, with what was found. */
    private record Read(Workspace workspace, Findings findings) {}

    private GrowthBench() {}

    /** Runs it. */
    public static void main(String[] args) {
        int rounds = Integer.parseInt(args[0]);
        boolean fails = false;
        for (Case each : cases()) {
            List<Double> seconds = IntStream.of(each.size() / 4, each.size() / 2, each.size())
                    .mapToObj(size -> fastest(each, size, rounds))
                    .toList();
            double power = Math.log(seconds.getLast() / seconds.getFirst()) / Math.log(4);
            fails |= power > MOST;
            System.out.printf(
                    "%-44s %,7d %.3f s  %,7d %.3f s  %,7d %.3f s  power %.2f%n",
                    each.name(),
                    each.size() / 4,
                    seconds.get(0),
                    each.size() / 2,
                    seconds.get(1),
                    each.size(),
                    seconds.get(2),
                    power);
        }
        if (fails) {
            System.exit(1);
        }
    }

    private static List<Case> cases() {
        return List.of(
                new Case(
                        "check, rules on one value each",
                        60_000,
                        size -> rules(size, "{column: {Licence: L%d}}"),
                        GrowthBench::check),
                new Case(
                        "check, rules on a group and a value",
                        40_000,
                        size -> rules(size, "{all: [{group: Staff}, {column: {Licence: L%d}}]}"),
                        GrowthBench::check),
                new Case("check, policies and personas", 4_000, GrowthBench::policies, GrowthBench::check),
                new Case("check, mistyped personas", 8_000, GrowthBench::mistyped, GrowthBench::check),
                new Case("plan, new policies", 8_000, GrowthBench::policies, read -> plan(read.workspace())),
                new Case("apply, new policies", 8_000, GrowthBench::policies, read -> apply(read.workspace())),
                new Case(
                        "policies --minimise",
                        4_000,
                        GrowthBench::policies,
                        read -> Minimiser.simplify(read.workspace(), PolicyType.CONFERENCING)));
    }

    private static double fastest(Case each, int size, int rounds) {
        Map<String, String> files = each.workspace().apply(size);
        double fastest = Double.MAX_VALUE;
        for (int round = 0; round < rounds; round++) {
            long start = System.nanoTime();
            each.work().accept(read(files));
            fastest = Math.min(fastest, (System.nanoTime() - start) / 1e9);
        }
        return fastest;
    }

    private static Read read(Map<String, String> files) {
        Findings findings = new Findings();
        Workspace workspace = WorkspaceReader.read(
                        name -> Optional.ofNullable(files.get(name)).map(GrowthBench::bytes), findings)
                .orElseThrow();
        return new Read(workspace, findings);
    }

    private static Bytes bytes(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return () -> new ByteArrayInputStream(bytes);
    }

    private static void check(Read read) {
        read.findings().addAll(Lint.check(read.workspace(), Optional.empty()));
        if (read.findings().sorted().isEmpty()) {
            throw new IllegalStateException("nothing was found");
        }
    }

    private static Plan plan(Workspace workspace) {
        Plan plan =
                new Planner(workspace, LocalDate.of(2026, 11, 24), new Findings()).finish(empty(), PlanOptions.DEFAULT);
        if (plan.steps().size() < workspace.policies().size()) {
            throw new IllegalStateException("policies are missing in the plan");
        }
        return plan;
    }

    private static void apply(Workspace workspace) {
        Plan plan = plan(workspace);
        SimulatedPool pool = new SimulatedPool(empty(), Faults.NONE, SimulatedPool.Surroundings.NONE);
        pool.carryOut(plan.numbered());
        if (pool.state().policies().all(PolicyType.CONFERENCING).size()
                <= plan.steps().size() / 2) {
            throw new IllegalStateException("policies are missing on the pool");
        }
    }

    private static Observed empty() {
        return new Observed(ProductVersion.LYNC_2010, List.of(), PolicySet.EMPTY, List.of());
    }

    private static Map<String, String> rules(int size, String when) {
        return files(
                "conferencing: {}\n",
                List.of("standard: {licences: [standard]}"),
                IntStream.range(0, size)
                        .mapToObj(i -> "{name: r%d, when: %s, persona: standard}".formatted(i, when.formatted(i)))
                        .toList());
    }

    /** As many policies as personas; every combination of twelve settings, so that some are equal and many give the same rights. */
    private static Map<String, String> policies(int size) {
        List<String> settings = List.of(
                "AllowIPAudio",
                "AllowIPVideo",
                "AllowConferenceRecording",
                "EnableDialInConferencing",
                "AllowAnonymousParticipantsInMeetings",
                "AllowPolls",
                "AllowAnnotations",
                "AllowParticipantControl",
                "AllowUserToScheduleMeetingsWithAppSharing",
                "EnableFileTransfer",
                "EnableP2PFileTransfer");
        String policies = IntStream.range(0, size)
                .mapToObj(i -> "  P%d: {licences: [standard, enterprise], settings: {%s}}%n"
                        .formatted(
                                i,
                                IntStream.range(0, settings.size())
                                        .mapToObj(bit -> settings.get(bit) + ": " + ((i >> bit & 1) == 0))
                                        .collect(Collectors.joining(", "))))
                .collect(Collectors.joining());
        List<String> personas = new ArrayList<>();
        List<String> rules = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            personas.add("p%d: {licences: [standard, enterprise], conferencing: P%d}".formatted(i, i));
            rules.add("{name: r%d, when: {group: G%d}, persona: p%d}".formatted(i, i, i));
        }
        return files("conferencing:\n" + policies, personas, rules);
    }

    private static Map<String, String> mistyped(int size) {
        List<String> personas = new ArrayList<>();
        List<String> rules = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            personas.add("persona-of-department-%d: {licences: [standard]}".formatted(i));
            rules.add("{name: r%d, when: {group: G%d}, persona: personna-of-departmant-%d}".formatted(i, i, i));
        }
        return files("conferencing: {}\n", personas, rules);
    }

    private static Map<String, String> files(String policies, List<String> personas, List<String> rules) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(WorkspaceReader.CONFIG, "product: lync-2010\n");
        files.put(WorkspaceReader.POLICIES, policies);
        files.put(
                WorkspaceReader.ASSIGNMENTS,
                personas.stream()
                                .map(persona -> "  " + persona + "\n")
                                .collect(Collectors.joining("", "personas:\n", ""))
                        + rules.stream()
                                .map(rule -> "  - " + rule + "\n")
                                .collect(Collectors.joining("", "rules:\n", "")));
        return files;
    }
}
