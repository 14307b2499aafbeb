package io.calque.directory.change;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import io.calque.directory.connect.Address;
import io.calque.directory.connect.ConnectionSettings;
import io.calque.directory.connect.Controllers;
import io.calque.directory.connect.Session;
import io.calque.directory.copy.Copy;
import io.calque.directory.copy.CopyHeader;
import io.calque.directory.copy.CopyStore;
import io.calque.directory.copy.CopyWriter;
import io.calque.directory.copy.DamagedCopyException;
import io.calque.directory.copy.Watermark;
import io.calque.directory.read.DomainName;
import io.calque.directory.read.GroupReader;
import io.calque.directory.read.KnownAttributes;
import io.calque.directory.read.PeopleReader;
import io.calque.directory.row.GroupTree;
import io.calque.directory.row.RowReader;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes a copy of a directory's people or brings it up to date. One controller serves a whole run; when it goes away during the run,
 * the next one is asked from the start, and nothing of the half read is kept.
 */
public final class Refresher {
    /** With more changes than this beside it, the base is written anew. */
    private static final int HEAVY = 10_000;

    private final ConnectionSettings settings;
    private final CopyStore store;
    private final CopyQuery question;
    private final @Nullable String shortName;
    private final Tracking tracking;
    private final Consumer<Finding> remarks;
    private final LongConsumer progress;
    private boolean damaged;

    /**
     * A refresher of the copy in a store.
     *
     * @param shortName the domain's short name where the settings say it; null to ask the directory
     * @param tracking how changes are followed after a full read
     * @param remarks hears of what is not as it should be
     * @param progress hears how many people were read so far
     */
    public Refresher(
            ConnectionSettings settings,
            CopyStore store,
            CopyQuery question,
            @Nullable String shortName,
            Tracking tracking,
            Consumer<Finding> remarks,
            LongConsumer progress) {
        this.settings = settings;
        this.store = store;
        this.question = question;
        this.shortName = shortName;
        this.tracking = tracking;
        this.remarks = remarks;
        this.progress = progress;
    }

    /**
     * The copy as of now.
     *
     * @throws Fault when no controller can be had, or the read is refused or cut short
     */
    public Outcome run() throws IOException {
        Optional<Copy> kept = kept();
        @Nullable Address first = kept.map(c -> c.header().position().address()).orElse(null);
        ConnectionSettings left = settings;
        while (true) {
            Session session = new Controllers(left).open(first, remarks);
            try (session) {
                return refresh(session, kept);
            } catch (Fault fault) {
                Optional<ConnectionSettings> others = left.without(session.address());
                if (fault.findings().getFirst().code() != Code.CONTROLLER_LOST || others.isEmpty()) {
                    throw fault;
                }
                remarks.accept(Finding.of(
                        Code.CONTROLLER_SKIPPED,
                        fault.findings().getFirst().message() + "; asked the next one from the start"));
                left = others.get();
                first = null;
            }
        }
    }

    private Optional<Copy> kept() throws IOException {
        try {
            return Copy.open(store);
        } catch (DamagedCopyException e) {
            unusable(e);
            return Optional.empty();
        }
    }

    private void unusable(DamagedCopyException e) {
        damaged = true;
        remarks.accept(
                Finding.of(Code.SNAPSHOT_UNUSABLE, "the kept copy of the directory can't be used: " + e.getMessage())
                        .help("No action is needed: all people are read again"));
    }

    private Outcome refresh(Session session, Optional<Copy> kept) throws IOException {
        String base = PeopleReader.base(session, question.scope());
        String root = session.rootDse().defaultNamingContext();
        String domain = root == null ? base : root;
        String name = shortName != null ? shortName : DomainName.of(session).orElse("");
        GroupTree tree = question.groups().isEmpty()
                ? GroupTree.NONE
                : new GroupReader(session, domain, name.isEmpty() ? null : name).tree(question.groups(), remarks);
        KnownAttributes.check(session, question.interest(), remarks);
        if (kept.isEmpty()) {
            return full(session, name, tree, damaged ? "the kept copy can't be used" : "nothing was kept");
        }
        CopyHeader header = kept.get().header();
        if (!header.question().equals(question.fingerprint())
                || !header.domain().equals(name)) {
            return full(session, name, tree, "something else was asked before");
        }
        if (!header.position().address().equals(session.address())
                || !header.position().database().equals(Watermarks.database(session))) {
            return full(session, name, tree, "it was another controller before");
        }
        Optional<ChangedObjects> touched = switch (header.position().mark()) {
            case Watermark.Nothing() -> Optional.empty();
            case Watermark.Usn usn -> Usn.since(session, domain, usn);
            case Watermark.DirSync sync ->
                DirSync.since(session, domain, sync, question.layout().attributes());
        };
        if (touched.isEmpty()) {
            return full(session, name, tree, "the controller can't say what changed");
        }
        return changes(session, domain, name, tree, kept.get(), touched.get());
    }

    private Outcome changes(
            Session session, String domain, String name, GroupTree tree, Copy kept, ChangedObjects touched)
            throws IOException {
        if (touched.next().equals(kept.header().position().mark())
                && tree.equals(kept.header().tree())) {
            // The controller counted nothing since, not even a deletion.
            return new Outcome(
                    kept, new ReadMode.Changes(0, 0, kept.header().position().at()));
        }
        try {
            Optional<IncrementalUpdate.Update> update =
                    new IncrementalUpdate(session, question, domain, kept, tree, remarks).update(touched);
            if (update.isEmpty()) {
                return full(session, name, tree, "too much changed");
            }
            Watermark.Position before = kept.header().position();
            Watermark.Position position = new Watermark.Position(
                    session.address(),
                    before.database(),
                    touched.next(),
                    session.rootDse().now());
            IncrementalUpdate.Update now = update.get();
            Copy copy = kept.with(kept.header().at(position, tree), now.rows(), now.gone());
            return new Outcome(
                    copy.weight() > HEAVY ? rebased(copy) : copy,
                    new ReadMode.Changes(now.rows().size(), now.gone().size(), before.at()));
        } catch (DamagedCopyException e) {
            unusable(e);
            return full(session, name, tree, "the kept copy was damaged");
        }
    }

    private Copy rebased(Copy copy) throws IOException, DamagedCopyException {
        try (CopyWriter writer = new CopyWriter(store, copy.header())) {
            copy.each(writer::add);
            writer.commit();
        }
        return Copy.open(store).orElseThrow(() -> new IOException("the copy was taken away"));
    }

    private Outcome full(Session session, String name, GroupTree tree, String because) throws IOException {
        CopyHeader header = new CopyHeader(
                question.fingerprint(), name, Watermarks.now(session, tracking), question.layout(), tree);
        long people;
        try (CopyWriter writer = new CopyWriter(store, header)) {
            new PeopleReader(session, question.scope(), new RowReader(question.layout(), tree)).all(row -> {
                writer.add(row);
                progress.accept(writer.written());
            });
            writer.commit();
            people = writer.written();
        }
        if (people == 0) {
            remarks.accept(
                    Finding.of(
                                    Code.DIRECTORY_EMPTY,
                                    "no people were found below " + PeopleReader.base(session, question.scope()))
                            .help(
                                    "Check people.ldap.base and people.ldap.filter, and that the reading account may see the people"));
        }
        try {
            Copy copy = Copy.open(store).orElseThrow(() -> new IOException("the copy was taken away"));
            return new Outcome(copy, new ReadMode.Full(people, because));
        } catch (DamagedCopyException e) {
            throw new IOException("the copy just written can't be read: " + e.getMessage(), e);
        }
    }
}
