package io.calque.engine.source;

import io.calque.catalogue.PolicyType;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Findings;
import io.calque.directory.LdapPeople;
import io.calque.directory.change.Outcome;
import io.calque.directory.observe.DirectoryUsers;
import io.calque.directory.observe.KnownUsers;
import io.calque.lync.code.Literal;
import io.calque.lync.code.Snippet;
import io.calque.people.Identifiers;
import io.calque.people.Resolver;
import io.calque.policy.Identity;
import io.calque.state.Observed;
import io.calque.state.UserState;
import io.calque.state.Users;
import io.calque.workspace.DirectoryNumbers;
import io.calque.workspace.Workspace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What the server holds, as the directory shows its users and an export its policies. */
final class DirectoryState {
    private DirectoryState() {}

    /**
     * The state now.
     *
     * @param exported what the pool held when it was exported: its policies, and people by whom numbers are learned
     * @param remarks hears of what is not as it should be and can be lived with
     * @throws Fault when the meaning of a number is not known: a plan from half a state would be wrong
     */
    static Observed of(
            LdapPeople people, Workspace workspace, Observed exported, DirectoryNumbers numbers, Findings remarks) {
        Outcome outcome = people.refresh(workspace.interest(), remarks);
        boolean sitesMatter = Arrays.stream(PolicyType.values())
                .flatMap(type -> exported.policies().all(type).stream())
                .anyMatch(policy -> policy.identity() instanceof Identity.Site);
        Findings findings = new Findings();
        List<UserState> users = new ArrayList<>();
        new DirectoryUsers(outcome, numbers).read(new Exported(exported), sitesMatter, users::add, findings);
        if (findings.hasErrors()) {
            throw new Fault(findings.sorted());
        }
        remarks.addAll(findings.sorted());
        Stream<String> sites = users.stream().map(UserState::site).filter(Objects::nonNull);
        return new Observed(
                workspace.version(),
                Stream.concat(exported.sites().stream(), sites)
                        .distinct()
                        .sorted()
                        .toList(),
                exported.policies(),
                users);
    }

    /** The people of an export as exemplars. */
    private static final class Exported implements KnownUsers {
        private final Users users;
        private final Resolver resolver;

        Exported(Observed exported) {
            this.users = exported.users();
            this.resolver = new Resolver(users.names());
        }

        @Override
        public Optional<UserState> known(Identifiers person) {
            return !users.isEmpty() && resolver.match(person) instanceof Resolver.Resolution.One(int position)
                    ? Optional.of(users.get(position))
                    : Optional.empty();
        }

        @Override
        public String lookUp(Identifiers person) {
            return "Run in the pool's shell: "
                    + Snippet.of(
                            "Get-CsUser -Identity % | Export-Clixml exemplar.xml",
                            Snippet.argument(
                                    Literal.text(Objects.requireNonNullElse(person.sipAddress(), person.title()))))
                    + ", and add the file to server: {directory: {clixml: […]}}";
        }
    }
}
