package io.calque.engine.source;

import io.calque.diagnostic.Findings;
import io.calque.people.Fold;
import io.calque.policy.Account;
import io.calque.policy.PolicySet;
import io.calque.state.Observed;
import io.calque.state.UserState;
import io.calque.state.Users;
import io.calque.workspace.Workspace;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The simulated pool before anything was done to it: a server as it comes, on which everybody among the workspace's people is
 * enabled and nobody has a policy granted; two rows of one name are one user. So a new workspace can be planned and applied at once.
 */
final class FreshPool {
    /** The site of every user of a fresh pool. */
    private static final String SITE = "Main";

    private FreshPool() {}

    static Observed of(Workspace workspace, Sources sources) {
        Users.Builder users = new Users.Builder();
        Set<String> subjects = new HashSet<>();
        // What is wrong with the list of people is told by whoever reads it to plan.
        sources.people(
                person -> {
                    UserState user = new UserState(person.ids(), SITE, Account.PLAIN, null, null, null);
                    if (person.enabled() && subjects.add(String.valueOf(Fold.text(user.subject())))) {
                        users.add(user);
                    }
                },
                new Findings());
        return new Observed(workspace.version(), List.of(SITE), PolicySet.EMPTY, users.build());
    }
}
