package io.calque.plan;

import io.calque.catalogue.PolicyType;
import io.calque.diagnostic.Findings;
import io.calque.licence.Licence;
import io.calque.policy.Identity;
import io.calque.policy.Policy;
import io.calque.policy.PolicySet;
import io.calque.state.Observed;
import io.calque.state.UserState;
import io.calque.workspace.Brakes;
import io.calque.workspace.Workspace;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Puts a plan together from what every user shall have. */
final class PlanMaker {
    private final Workspace workspace;
    private final Observed observed;
    private final Findings findings;

    PlanMaker(Workspace workspace, Observed observed, Findings findings) {
        this.workspace = workspace;
        this.observed = observed;
        this.findings = findings;
    }

    Plan make(Planner.@Nullable Wanted[] wanted, PlanOptions options) {
        PolicyDiff policies = new PolicyDiff(workspace, observed, findings);
        UserDiff users = new UserDiff(findings);
        int[] order = IntStream.range(0, wanted.length)
                .filter(i -> wanted[i] != null)
                .boxed()
                .sorted((a, b) -> subject(a).compareTo(subject(b)))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int position : order) {
            users.compare(observed.users().get(position), Objects.requireNonNull(wanted[position]));
        }
        List<Step> steps = new ArrayList<>(policies.steps());
        steps.sort((a, b) -> Integer.compare(rank(a), rank(b)));
        steps.addAll(users.steps(observed.users()));
        Map<String, UserState> changed = users.after();
        if (options.prune()) {
            steps.addAll(policies.removals((type, tag) -> observed.users().stream()
                    .map(user -> changed.getOrDefault(user.subject(), user))
                    .anyMatch(user -> tag.equals(user.granted(type)))));
        }
        return new Plan(header(steps, order.length, changed), steps);
    }

    private String subject(int position) {
        return observed.users().get(position).subject();
    }

    private static int rank(Step step) {
        return step.kind() == StepKind.CREATE_POLICY ? 0 : 1;
    }

    private PlanHeader header(List<Step> steps, long people, Map<String, UserState> changed) {
        Map<StepKind, Long> byKind = new EnumMap<>(StepKind.class);
        steps.forEach(step -> byKind.merge(step.kind(), 1L, Long::sum));
        Set<String> touched = new HashSet<>();
        steps.forEach(step -> {
            if (step instanceof Step.OfUser user) {
                touched.add(user.subject());
            }
        });
        Fingerprint fingerprint = Fingerprint.of(steps);
        return new PlanHeader(
                observed.product(),
                steps.size(),
                byKind,
                people,
                people - touched.size(),
                seats(steps, changed),
                brake(steps.size(), touched.size()),
                fingerprint.with(observed.policies()),
                fingerprint.digest());
    }

    private Map<Licence, SeatCount> seats(List<Step> steps, Map<String, UserState> changed) {
        SeatCounter before = new SeatCounter(workspace.licensing(), observed.policies());
        SeatCounter after = new SeatCounter(workspace.licensing(), policiesAfter(steps));
        for (UserState user : observed.users()) {
            before.add(user);
            after.add(changed.isEmpty() ? user : changed.getOrDefault(user.subject(), user));
        }
        Map<Licence, Long> totalBefore = before.totals();
        Map<Licence, Long> totalAfter = after.totals();
        Map<Licence, SeatCount> seats = new EnumMap<>(Licence.class);
        for (Licence licence : Licence.values()) {
            seats.put(
                    licence,
                    new SeatCount(
                            workspace.seats().owned(licence),
                            totalBefore.getOrDefault(licence, 0L),
                            totalAfter.getOrDefault(licence, 0L)));
        }
        return seats;
    }

    private PolicySet policiesAfter(List<Step> steps) {
        List<Policy> policies = new ArrayList<>();
        Set<Identity> removed = new HashSet<>();
        steps.forEach(step -> {
            if (step instanceof Step.RemovePolicy gone) {
                removed.add(gone.identity());
            }
        });
        for (PolicyType type : PolicyType.values()) {
            observed.policies().all(type).stream()
                    .filter(policy -> !removed.contains(policy.identity()))
                    .forEach(policies::add);
        }
        workspace.policies().forEach(declared -> policies.add(declared.policy()));
        return PolicySet.of(policies);
    }

    private @Nullable TrippedBrake brake(long steps, long touched) {
        Brakes brakes = workspace.brakes();
        long users = observed.users().size();
        Optional<Long> most = brakes.maxChanges();
        if (most.isPresent() && steps > most.get()) {
            return new TrippedBrake("maxChanges", most.get(), steps);
        }
        double share = users == 0 ? 0 : (double) touched / users;
        return brakes.maxShare()
                .filter(limit -> share > limit)
                .map(limit -> new TrippedBrake("maxShare", limit, share))
                .orElse(null);
    }
}
