package io.calque.lync.live;

import io.calque.diagnostic.Fault;
import io.calque.journal.Outcome;
import io.calque.lync.cmdlet.Cmdlet;
import io.calque.lync.cmdlet.StepCmdlets;
import io.calque.lync.cmdlet.UserIdentity;
import io.calque.plan.NumberedStep;
import io.calque.plan.Step;
import io.calque.remoting.session.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * One batch of steps, cut into calls: users for whom the same is written share a pipeline, and each policy has a call of its own. Gathers
 * the outcomes, from any thread.
 */
final class StepBatch {
    private final UnaryOperator<Cmdlet> pinned;
    private final Duration patience;
    private final Map<Long, Outcome> outcomes = new ConcurrentHashMap<>();

    /** @param pinned puts the domain controller into a call that takes one */
    StepBatch(UnaryOperator<Cmdlet> pinned, Duration patience) {
        this.pinned = pinned;
        this.patience = patience;
    }

    /** What has to be done for the steps, cut so that so many sessions have something to do. */
    List<Sessions.Work> cut(List<NumberedStep> steps, int sessions) {
        List<Sessions.Work> work = new ArrayList<>();
        Map<Cmdlet, Map<UserIdentity, Long>> groups = new LinkedHashMap<>();
        for (NumberedStep next : steps) {
            try {
                Cmdlet write = pinned.apply(StepCmdlets.write(next.step()));
                switch (next.step()) {
                    case Step.OfUser user ->
                        groups.computeIfAbsent(write, _ -> new LinkedHashMap<>())
                                .put(new UserIdentity(user.subject()), next.id());
                    case Step.OfPolicy _ -> work.add(new OfPolicy(next.id(), write));
                }
            } catch (Fault e) {
                outcomes.put(next.id(), new Outcome.Refused(String.valueOf(e.getMessage())));
            }
        }
        groups.forEach((write, users) -> {
            List<UserIdentity> all = List.copyOf(users.keySet());
            int share = Math.ceilDiv(all.size(), sessions);
            for (int from = 0; from < all.size(); from += share) {
                work.add(new OfUsers(users, write, all.subList(from, Math.min(all.size(), from + share))));
            }
        });
        return work;
    }

    /** The outcomes in the order of the steps, once all is done. */
    List<Outcome> outcomes(List<NumberedStep> steps) {
        return steps.stream()
                .map(step -> Optional.ofNullable(outcomes.get(step.id()))
                        .orElseThrow(() -> new IllegalStateException("step " + step.id() + " has no outcome")))
                .toList();
    }

    private static Outcome outcome(Fate fate) {
        return switch (fate) {
            case Fate.Done _ -> new Outcome.Done();
            case Fate.Refused(var finding) -> new Outcome.Refused(finding.message());
            case Fate.NotTried(String reason) -> new Outcome.NotTried(reason);
            case Fate.Unknown(String reason) -> new Outcome.Unknown(reason);
        };
    }

    private final class OfPolicy implements Sessions.Work {
        private final long id;
        private final Cmdlet write;

        OfPolicy(long id, Cmdlet write) {
            this.id = id;
            this.write = write;
        }

        @Override
        public void on(Session session) {
            outcomes.put(id, outcome(OneWrite.write(session, write, patience)));
        }

        @Override
        public void notTried(String reason) {
            outcomes.put(id, new Outcome.NotTried(reason));
        }
    }

    private final class OfUsers implements Sessions.Work {
        private final Map<UserIdentity, Long> ids;
        private final Cmdlet write;
        private final List<UserIdentity> users;

        OfUsers(Map<UserIdentity, Long> ids, Cmdlet write, List<UserIdentity> users) {
            this.ids = ids;
            this.write = write;
            this.users = users;
        }

        @Override
        public void on(Session session) {
            ManyUsers.write(session, write, users, patience).forEach((user, fate) -> put(user, outcome(fate)));
        }

        @Override
        public void notTried(String reason) {
            users.forEach(user -> put(user, new Outcome.NotTried(reason)));
        }

        private void put(UserIdentity user, Outcome outcome) {
            Long id = ids.get(user);
            if (id != null) {
                outcomes.put(id, outcome);
            }
        }
    }
}
