package io.calque.cli.folder;

import io.calque.diagnostic.Findings;
import io.calque.people.Identifiers;
import io.calque.policy.Account;
import io.calque.policy.PolicySet;
import io.calque.state.Observed;
import io.calque.state.UserState;
import io.calque.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;

/**
 * The simulated pool before anything was done to it: a server as it comes, on which everybody among the workspace's people is
 * enabled and nobody has a policy granted. So a new workspace can be planned and applied at once.
 */
final class FreshPool {
    /** The site of every user of a fresh pool. */
    private static final String SITE = "Main";

    private FreshPool() {}

    static Observed of(Workspace workspace, Sources sources) {
        List<UserState> users = new ArrayList<>();
        // What is wrong with the list of people is told by whoever reads it to plan.
        sources.people(
                person -> {
                    if (person.enabled()) {
                        users.add(user(person.ids()));
                    }
                },
                new Findings());
        return new Observed(workspace.version(), List.of(SITE), PolicySet.EMPTY, users);
    }

    private static UserState user(Identifiers ids) {
        return new UserState(ids, SITE, Account.PLAIN, null, null, null);
    }
}
