package io.calque.directory.change;

import com.unboundid.ldap.sdk.Filter;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.directory.connect.Session;
import io.calque.directory.copy.Copy;
import io.calque.directory.copy.DamagedCopyException;
import io.calque.directory.copy.Watermark;
import io.calque.directory.read.Pages;
import io.calque.directory.read.PeopleReader;
import io.calque.directory.read.Ranges;
import io.calque.directory.row.GroupTree;
import io.calque.directory.row.Guid;
import io.calque.directory.row.PersonRow;
import io.calque.directory.row.RowReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Brings a copy up to date: finds out who may have changed, and reads those people anew. */
final class IncrementalUpdate {
    /** With more changes than this one big read is cheaper than many small ones. */
    private static final int MOST = 20_000;

    private static final int BATCH = 100;

    private final Session session;
    private final CopyQuery question;
    private final String domain;
    private final Copy copy;
    private final GroupTree tree;
    private final Consumer<Finding> remarks;

    IncrementalUpdate(
            Session session, CopyQuery question, String domain, Copy copy, GroupTree tree, Consumer<Finding> remarks) {
        this.session = session;
        this.question = question;
        this.domain = domain;
        this.copy = copy;
        this.tree = tree;
        this.remarks = remarks;
    }

    /** People as they are now, and who is gone. */
    record Update(List<PersonRow> rows, Set<Guid> gone) {}

    /** What became of everything that was touched; empty when there is too much of it. */
    Optional<Update> update(ChangedObjects touched) throws IOException, DamagedCopyException {
        if (touched.guids().size() > MOST) {
            return Optional.empty();
        }
        Set<Guid> candidates = new HashSet<>(touched.guids());
        Set<Guid> gone = new HashSet<>();
        Surroundings around = surroundings(touched);
        if (around.containers() || !deletionsVisible(touched.next())) {
            sweep(candidates, gone);
        }
        regroup(around.groups(), candidates);
        if (candidates.size() > MOST) {
            return Optional.empty();
        }
        List<PersonRow> rows = new ArrayList<>();
        new PeopleReader(session, question.scope(), new RowReader(question.layout(), tree)).some(candidates, rows::add);
        rows.forEach(row -> candidates.remove(row.guid()));
        gone.addAll(copy.known(candidates));
        return Optional.of(new Update(List.copyOf(rows), Set.copyOf(gone)));
    }

    private record Surroundings(Set<String> groups, boolean containers) {}

    private Surroundings surroundings(ChangedObjects touched) {
        Set<String> groups = new HashSet<>();
        boolean containers = false;
        List<Guid> all = List.copyOf(touched.guids());
        for (int from = 0; from < all.size(); from += BATCH) {
            Filter among = ObjectFilters.among(all.subList(from, Math.min(all.size(), from + BATCH)));
            new Pages(session, domain, Filter.createANDFilter(among, ObjectFilters.GROUPS), List.of("1.1"))
                    .each("groups", page -> page.forEach(e -> groups.add(GroupTree.key(e.getDN()))));
            containers |= !new Pages(
                            session, domain, Filter.createANDFilter(among, ObjectFilters.CONTAINERS), List.of("1.1"))
                    .first("containers", 1)
                    .isEmpty();
        }
        return new Surroundings(groups, containers);
    }

    private boolean deletionsVisible(Watermark mark) {
        boolean all = mark instanceof Watermark.DirSync sync && !sync.objectSecurity();
        boolean visible = all || Deleted.visible(session, domain);
        if (!visible) {
            remarks.accept(Finding.of(
                            Code.DELETIONS_NOT_SHOWN,
                            "no deleted object is shown to the reading account; who is gone is found by listing everybody's identity")
                    .help("Let the account read the container Deleted Objects to make this faster"));
        }
        return visible;
    }

    /** Compares everybody's identity and name with the copy. */
    private void sweep(Set<Guid> candidates, Set<Guid> gone) throws IOException, DamagedCopyException {
        Map<Guid, String> living = new HashMap<>();
        new Pages(
                        session,
                        PeopleReader.base(session, question.scope()),
                        question.scope().people(),
                        List.of(RowReader.GUID))
                .each(
                        "identities",
                        page -> page.forEach(e -> ObjectFilters.guid(e).ifPresent(g -> living.put(g, e.getDN()))));
        copy.each(row -> {
            String dn = living.remove(row.guid());
            if (dn == null) {
                gone.add(row.guid());
            } else if (!dn.equals(row.dn())) {
                candidates.add(row.guid());
            }
        });
        candidates.addAll(living.keySet());
    }

    /** Whoever joined or left one of the groups that changed, or that are new to the tree: the people themselves were not touched. */
    private void regroup(Set<String> changed, Set<Guid> candidates) throws IOException, DamagedCopyException {
        Set<String> known = copy.header().tree().byDn().keySet();
        Map<String, Integer> before = copy.header().tree().byDn();
        for (GroupTree.Group group : tree.groups()) {
            String key = GroupTree.key(group.dn());
            if (changed.contains(key) || !known.contains(key)) {
                Set<String> members = new HashSet<>();
                new Ranges(session).all(group.dn(), "member").forEach(dn -> members.add(GroupTree.key(dn)));
                Integer index = before.get(key);
                copy.each(row -> {
                    boolean was = index != null && row.groups().contains(index);
                    if (was != members.contains(GroupTree.key(row.dn()))) {
                        candidates.add(row.guid());
                    }
                });
            }
        }
    }
}
