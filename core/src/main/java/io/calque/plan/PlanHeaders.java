package io.calque.plan;

import io.calque.licence.Licence;
import io.calque.policy.PolicySet;
import io.calque.state.Observed;
import io.calque.workspace.Workspace;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Sums steps up: what a plan says of itself. */
final class PlanHeaders {
    private final Workspace workspace;
    private final Observed observed;

    PlanHeaders(Workspace workspace, Observed observed) {
        this.workspace = workspace;
        this.observed = observed;
    }

    /** The plan of some steps that were made for so many people. */
    Plan plan(List<Step> steps, long people) {
        return plan(Steps.of(steps), people, ProjectedUsers.of(observed, steps));
    }

    /** The same where the outcome of the steps is known already. */
    Plan plan(Steps steps, long people, ProjectedUsers outcome) {
        Map<StepKind, Long> byKind = new EnumMap<>(StepKind.class);
        for (int i = 0; i < steps.size(); i++) {
            byKind.merge(steps.pattern(i).kind(), 1L, Long::sum);
        }
        long touched = outcome.touched();
        Fingerprint fingerprint = Fingerprint.of(steps);
        PlanHeader header = new PlanHeader(
                observed.product(),
                steps.size(),
                byKind,
                people,
                observed.users().size(),
                people - touched,
                seats(steps, outcome),
                TrippedBrake.of(
                                workspace.brakes(),
                                steps.size(),
                                touched,
                                observed.users().size())
                        .orElse(null),
                List.of(),
                fingerprint.with(observed.policies()),
                fingerprint.digest());
        return new Plan(header, steps);
    }

    private Map<Licence, SeatCount> seats(Steps steps, ProjectedUsers outcome) {
        SeatCounter before = new SeatCounter(workspace.licensing(), observed.policies());
        SeatCounter after = new SeatCounter(workspace.licensing(), policiesAfter(steps));
        for (int position = 0; position < outcome.size(); position++) {
            before.add(observed.users().configuration(position));
            after.add(outcome.provision(position));
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

    private PolicySet policiesAfter(Steps steps) {
        PolicySet policies = observed.policies();
        for (int i = 0; i < steps.size(); i++) {
            if (steps.pattern(i) instanceof Step.OfPolicy ofPolicy) {
                policies = Effects.on(policies, ofPolicy);
            }
        }
        return policies;
    }
}
