package io.calque.directory.change;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import io.calque.directory.change.IncrementalUpdate.Result;
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
import io.calque.directory.copy.Watermark.History;
import io.calque.directory.copy.Watermark.Position;
import io.calque.directory.read.DomainName;
import io.calque.directory.read.GroupReader;
import io.calque.directory.read.KnownAttributes;
import io.calque.directory.read.KnownUnits;
import io.calque.directory.read.MembersElsewhere;
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
    private final CopyQuery query;
    private final @Nullable String shortName;
    private final Tracking tracking;
    private final Disappearance disappearance;
    private final Consumer<Finding> remarks;
    private final LongConsumer progress;
    private boolean damaged;

    /**
     * A refresher of the copy in a store.
     *
     * @param shortName the domain's short name where the settings say it; null to ask the directory
     * @param tracking how changes are followed after a full read
     * @param disappearance how many people may be gone at once
     * @param remarks hears of what is not as it should be
     * @param progress hears how many people were read so far
     */
    public Refresher(
            ConnectionSettings settings,
            CopyStore store,
            CopyQuery query,
            @Nullable String shortName,
            Tracking tracking,
            Disappearance disappearance,
            Consumer<Finding> remarks,
            LongConsumer progress) {
        this.settings = settings;
        this.store = store;
        this.query = query;
        this.shortName = shortName;
        this.tracking = tracking;
        this.disappearance = disappearance;
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
        String base = PeopleReader.base(session, query.scope());
        String root = session.rootDse().defaultNamingContext();
        String domain = root == null ? base : root;
        String name = shortName != null ? shortName : DomainName.of(session).orElse("");
        GroupTree tree = query.groups().isEmpty()
                ? GroupTree.NONE
                : new GroupReader(session, domain, name.isEmpty() ? null : name).tree(query.groups(), remarks);
        KnownAttributes.check(session, query.interest(), remarks);
        MembersElsewhere.check(session, domain, tree, remarks);
        KnownUnits.check(session, domain, query.interest(), remarks);
        Reading reading = new Reading(
                session,
                domain,
                name,
                tree,
                TrackedAttributes.of(session, query),
                ReadingAccount.of(session, settings.login()),
                tracking == Tracking.NONE ? History.UNKNOWN : new RecentChanges(session, domain).now(),
                kept.isEmpty() ? 0 : people(kept.get()));
        if (kept.isEmpty()) {
            return full(reading, damaged ? "the kept copy can't be used" : "nothing was kept");
        }
        Optional<String> obstacle =
                new CopyValidity(query, reading).obstacle(kept.get().header());
        if (obstacle.isPresent()) {
            return full(reading, obstacle.get());
        }
        Optional<ChangedObjects> changed =
                switch (kept.get().header().position().mark()) {
                    case Watermark.Nothing() -> Optional.empty();
                    case Watermark.Usn usn -> Usn.since(session, domain, usn, reading.attributes());
                    case Watermark.DirSync sync -> DirSync.since(session, domain, sync, reading.attributes());
                };
        return changed.isEmpty()
                ? full(reading, "the controller can't say what changed")
                : changes(reading, kept.get(), changed.get());
    }

    /** How many people there were when the same was asked before; 0 where nothing can be said. */
    private long people(Copy kept) throws IOException {
        try {
            return kept.header().question().equals(query.fingerprint()) ? kept.people() : 0;
        } catch (DamagedCopyException e) {
            // Found out again, and reported, where the copy is used.
            return 0;
        }
    }

    private Outcome changes(Reading reading, Copy kept, ChangedObjects changed) throws IOException {
        Position before = kept.header().position();
        if (changed.next().equals(before.mark())
                && reading.tree().equals(kept.header().tree())) {
            // The controller counted nothing since, not even a deletion.
            return new Outcome(kept, new ReadMode.Changes(0, 0, before.at()));
        }
        try {
            Result result = new IncrementalUpdate(
                            reading.session(),
                            query,
                            reading.attributes(),
                            reading.domain(),
                            kept,
                            reading.tree(),
                            remarks)
                    .update(changed);
            return switch (result) {
                case Result.Everybody(var because) -> full(reading, because);
                case Result.Update update -> {
                    disappearance.check(before.address(), update.gone().size(), reading.before());
                    Position position = new Position(
                            before.address(),
                            before.database(),
                            changed.next(),
                            reading.history(),
                            reading.session().rootDse().now());
                    Copy copy = kept.with(kept.header().at(position, reading.tree()), update.rows(), update.gone());
                    yield new Outcome(
                            copy.weight() > HEAVY || copy.holdsForgottenGroups() ? rebased(copy) : copy,
                            new ReadMode.Changes(
                                    update.rows().size(), update.gone().size(), before.at()));
                }
            };
        } catch (DamagedCopyException e) {
            unusable(e);
            return full(reading, "the kept copy was damaged");
        }
    }

    private Copy rebased(Copy copy) throws IOException, DamagedCopyException {
        try (CopyWriter writer = new CopyWriter(store, copy.header())) {
            copy.each(writer::add);
            writer.commit();
        }
        return Copy.open(store).orElseThrow(() -> new IOException("the copy was taken away"));
    }

    private Outcome full(Reading reading, String because) throws IOException {
        Session session = reading.session();
        Tracking followed = reading.attributes().obstacle().isPresent() ? Tracking.NONE : tracking;
        CopyHeader header = new CopyHeader(
                query.fingerprint(),
                reading.account(),
                reading.name(),
                Watermarks.now(session, followed, reading.history()),
                query.layout(),
                reading.tree());
        long people;
        try (CopyWriter writer = new CopyWriter(store, header)) {
            new PeopleReader(session, query.scope(), new RowReader(query.layout(), reading.tree())).all(row -> {
                writer.add(row);
                progress.accept(writer.written());
            });
            people = writer.written();
            disappearance.check(session.address(), reading.before() - people, reading.before());
            writer.commit();
        }
        if (people == 0) {
            remarks.accept(
                    Finding.of(
                                    Code.DIRECTORY_EMPTY,
                                    "no people were found below " + PeopleReader.base(session, query.scope()))
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
