package io.calque.directory;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.SearchResultEntry;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import io.calque.directory.connect.Address;
import io.calque.directory.connect.Controllers;
import io.calque.directory.connect.Session;
import io.calque.directory.connect.Step;
import io.calque.directory.read.DomainName;
import io.calque.directory.read.GroupReader;
import io.calque.directory.read.Pages;
import io.calque.directory.read.PeopleReader;
import io.calque.directory.read.Ranges;
import io.calque.directory.row.GroupTree;
import io.calque.directory.row.Layout;
import io.calque.directory.row.RowReader;
import io.calque.people.RequiredFact;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tries controllers step by step, so that whoever sets Calque up knows which step fails and what to do about it. Changes nothing. An account
 * that one controller refused is not tried at the next: it would be refused there too, and be a step nearer to its lock-out.
 */
public final class ConnectionTest {
    private static final int PAGE = 10;

    private final DirectorySettings settings;
    private final List<RequiredFact> groups;
    private boolean refused;

    /** A test of a directory; one of {@code groups} is tried, else any that the directory shows. */
    public ConnectionTest(DirectorySettings settings, Collection<RequiredFact> groups) {
        this.settings = settings;
        this.groups = List.copyOf(groups);
    }

    /** The result of each step with one controller, in order. */
    public List<StepResult> run(Address address) {
        List<StepResult> results = new ArrayList<>();
        Set<Step> open = EnumSet.allOf(Step.class);
        Step.Listener listener = (step, detail) -> {
            open.remove(step);
            results.add(new StepResult.Passed(step, detail));
        };
        try {
            if (refused) {
                new Controllers(settings.connection()).tryWithoutLogin(address, listener);
            } else {
                withLogin(address, listener);
            }
        } catch (Fault fault) {
            Step failed = open.iterator().next();
            open.remove(failed);
            results.add(new StepResult.Failed(failed, fault.findings()));
            refused |= fault.findings().getFirst().code() == Code.DIRECTORY_LOGIN_REFUSED;
        }
        open.forEach(step -> results.add(new StepResult.NotTried(step)));
        return List.copyOf(results);
    }

    private void withLogin(Address address, Step.Listener listener) {
        try (Session session = new Controllers(settings.connection()).dial(address, listener)) {
            listener.done(Step.BASE, base(session));
            listener.done(Step.PAGE, page(session));
            listener.done(Step.GROUP, group(session));
        }
    }

    private String base(Session session) {
        String base = PeopleReader.base(session, settings.scope());
        if (session.entry(base, "1.1") == null) {
            throw new Fault(
                    Finding.of(Code.DIRECTORY_BASE_NOT_FOUND, base + " is not in the directory of " + session.address())
                            .help("Check people.ldap.base, and that the reading account may see it"));
        }
        return base;
    }

    private String page(Session session) {
        RowReader rows = new RowReader(Layout.with(Set.of()), GroupTree.NONE);
        List<SearchResultEntry> page = new Pages(
                        session,
                        PeopleReader.base(session, settings.scope()),
                        settings.scope().people(),
                        rows.requested())
                .first("people", PAGE);
        if (page.isEmpty()) {
            throw new Fault(
                    Finding.of(
                                    Code.DIRECTORY_EMPTY,
                                    "no people were found below " + PeopleReader.base(session, settings.scope()))
                            .help(
                                    "Check people.ldap.base and people.ldap.filter, and that the reading account may see the people"));
        }
        return page.size() == PAGE ? PAGE + " people and more" : page.size() + " people";
    }

    private String group(Session session) {
        String root = session.rootDse().defaultNamingContext();
        String base = root == null ? PeopleReader.base(session, settings.scope()) : root;
        Optional<RequiredFact> name = groups.stream().min(Comparator.comparing(RequiredFact::name));
        if (name.isPresent()) {
            List<Finding> remarks = new ArrayList<>();
            GroupTree tree = new GroupReader(
                            session, base, DomainName.of(session).orElse(null))
                    .tree(List.of(name.get()), remarks::add);
            if (tree.groups().isEmpty()) {
                throw new Fault(remarks);
            }
            return described(session, tree.groups().getFirst().dn()) + ", "
                    + (tree.groups().size() - 1) + " groups nested in it";
        }
        List<SearchResultEntry> any = new Pages(
                        session, base, Filter.createEqualityFilter("objectClass", "group"), List.of("1.1"))
                .first("groups", 1);
        return any.isEmpty()
                ? "none asked for, none seen"
                : described(session, any.getFirst().getDN());
    }

    private static String described(Session session, String dn) {
        return dn + ": " + new Ranges(session).all(dn, "member").size() + " direct members";
    }
}
