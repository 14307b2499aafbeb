package io.calque.cli.folder;

import io.calque.diagnostic.Findings;
import io.calque.people.Fold;
import io.calque.people.Identifiers;
import io.calque.policy.Account;
import io.calque.policy.PolicySet;
import io.calque.state.Observed;
import io.calque.state.UserState;
import io.calque.workspace.Workspace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The simulated pool before anything was done to it: a server as it comes, on which everybody among the workspace's people is
 * enabled and nobody has a policy granted; two rows of one name are one user. So a new workspace can be planned and applied at once.
 */
final class FreshPool {
    /** The site of every user of a fresh pool. */
    private static final String SITE = "Main";

    private FreshPool() {}

    static Observed of(Workspace workspace, Sources sources) {
        Map<String, UserState> users = new LinkedHashMap<>();
        // What is wrong with the list of people is told by whoever reads it to plan.
        sources.people(
                person -> {
                    if (person.enabled()) {
                        UserState user = user(person.ids());
                        users.putIfAbsent(String.valueOf(Fold.text(user.subject())), user);
                    }
                },
                new Findings());
        return new Observed(workspace.version(), List.of(SITE), PolicySet.EMPTY, List.copyOf(users.values()));
    }

    private static UserState user(Identifiers ids) {
        return new UserState(ids, SITE, Account.PLAIN, null, null, null);
    }
}
