package io.calque.directory.read;

import com.unboundid.ldap.sdk.Filter;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.directory.connect.Session;
import io.calque.directory.row.GroupTree;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Members of groups that a reading of one domain does not see: accounts of other forests (MS-ADTS 6.1.1.4.10, foreignSecurityPrincipal
 * objects), accounts of other domains of the forest, and contacts, which stand for accounts elsewhere.
 */
public final class MembersElsewhere {
    private static final int BATCH = 50, NAMED = 5;
    /** The bit of groupType of a group that only accounts of its own domain can be in (MS-ADTS 2.2.12, GROUP_TYPE_ACCOUNT_GROUP). */
    private static final int GLOBAL = 2;
    /** The bit of systemFlags of a crossRef object that stands for a domain (MS-ADTS 2.2.10, FLAG_CR_NTDS_DOMAIN). */
    private static final int DOMAIN = 2;

    private final Session session;
    private final String domain;
    private final TreeSet<String> names = new TreeSet<>();
    private long count;

    private MembersElsewhere(Session session, String domain) {
        this.session = session;
        this.domain = domain;
    }

    /** Reports such members of the groups of a tree; nothing where there are none. */
    public static void check(Session session, String domain, GroupTree tree, Consumer<Finding> remarks) {
        if (tree.groups().isEmpty() || session.rootDse().configurationNamingContext() == null) {
            return;
        }
        MembersElsewhere elsewhere = new MembersElsewhere(session, domain);
        elsewhere.standIns(tree);
        elsewhere.otherDomains(tree);
        elsewhere.report(remarks);
    }

    /** Foreign security principals and contacts lie in this domain, in place of whom they stand for. */
    private void standIns(GroupTree tree) {
        Filter kinds = Filter.createORFilter(
                Filter.createEqualityFilter("objectClass", "foreignSecurityPrincipal"),
                Filter.createEqualityFilter("objectClass", "contact"));
        List<String> groups = tree.groups().stream().map(GroupTree.Group::dn).toList();
        TreeSet<String> found = new TreeSet<>();
        for (int from = 0; from < groups.size(); from += BATCH) {
            List<Filter> any = groups.subList(from, Math.min(groups.size(), from + BATCH)).stream()
                    .map(dn -> Filter.createEqualityFilter("memberOf", dn))
                    .toList();
            new Pages(session, domain, Filter.createANDFilter(kinds, Filter.createORFilter(any)), List.of("1.1"))
                    .each("members elsewhere", page -> page.forEach(entry -> found.add(entry.getDN())));
        }
        found.forEach(this::add);
    }

    /** Members in other domains of the forest have no entry here; only the group names them. */
    private void otherDomains(GroupTree tree) {
        Filter domains = Filter.createANDFilter(
                Filter.createEqualityFilter("objectClass", "crossRef"),
                Filter.createExtensibleMatchFilter("systemFlags", Scope.BIT_AND, false, Integer.toString(DOMAIN)));
        String partitions = "CN=Partitions," + session.rootDse().configurationNamingContext();
        if (new Pages(session, partitions, domains, List.of("1.1"))
                        .first("domains", 2)
                        .size()
                < 2) {
            return;
        }
        String here = "," + GroupTree.key(domain);
        TreeSet<String> found = new TreeSet<>();
        for (GroupTree.Group group : tree.groups()) {
            if (!isGlobal(group)) {
                new Ranges(session)
                        .all(group.dn(), "member").stream()
                                .filter(dn -> !GroupTree.key(dn).endsWith(here))
                                .forEach(found::add);
            }
        }
        found.forEach(this::add);
    }

    private boolean isGlobal(GroupTree.Group group) {
        var entry = session.entry(group.dn(), "groupType");
        Integer type = entry == null ? null : entry.getAttributeValueAsInteger("groupType");
        return type != null && (type & GLOBAL) != 0;
    }

    private void add(String dn) {
        count++;
        names.add(dn);
        if (names.size() > NAMED) {
            names.pollLast();
        }
    }

    private void report(Consumer<Finding> remarks) {
        if (count > 0) {
            List<String> some = new ArrayList<>(names);
            String more = count > some.size() ? " and " + (count - some.size()) + " more" : "";
            remarks.accept(
                    Finding.of(
                                    Code.MEMBERS_ELSEWHERE,
                                    count + (count == 1 ? " member" : " members")
                                            + " of the groups that rules name can't be read in this domain: "
                                            + some.stream().collect(Collectors.joining("; ")) + more)
                            .help(
                                    "They are accounts of another domain or forest, or contacts. Read their own domain in a workspace of its own"));
        }
    }
}
