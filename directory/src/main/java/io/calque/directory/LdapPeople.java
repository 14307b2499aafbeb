package io.calque.directory;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.directory.change.CopyQuery;
import io.calque.directory.change.Outcome;
import io.calque.directory.change.Refresher;
import io.calque.directory.copy.CopyHeader;
import io.calque.directory.copy.CopyStore;
import io.calque.directory.copy.DamagedCopyException;
import io.calque.directory.row.PersonRow;
import io.calque.directory.row.Persons;
import io.calque.people.PeopleQuery;
import io.calque.people.PeopleSource;
import io.calque.people.Person;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * People from Active Directory. The first reading reads everybody into a kept copy, later ones only what changed; people are told from
 * the copy, so that nobody ever hears of half a reading. One thread at a time.
 */
public final class LdapPeople implements PeopleSource {
    private final DirectorySettings settings;
    private final CopyStore store;
    private final Listener listener;
    private @Nullable Reading last;

    /** Hears how readings go. */
    public interface Listener {
        /** So many people were read so far. */
        default void read(long people) {}

        /** A reading is done. */
        default void done(Outcome outcome) {}
    }

    /** What was asked for last, and what came of it. */
    private record Reading(PeopleQuery interest, Outcome outcome, List<Finding> remarks) {}

    /** People of a directory, with their copy in a store. */
    public LdapPeople(DirectorySettings settings, CopyStore store) {
        this(settings, store, new Listener() {});
    }

    /** The same, heard by a listener. */
    public LdapPeople(DirectorySettings settings, CopyStore store, Listener listener) {
        this.settings = settings;
        this.store = store;
        this.listener = listener;
    }

    @Override
    public void read(PeopleQuery interest, Consumer<Person> people, Findings findings) {
        Outcome outcome = refresh(interest, findings);
        CopyHeader header = outcome.copy().header();
        Persons persons =
                new Persons(header.layout(), header.tree(), header.domain().isEmpty() ? null : header.domain());
        boolean disabled = settings.scope().disabled();
        tell(outcome, row -> {
            // Disabled accounts are in the copy because the server may still know them; people they are only where they
            // are asked for.
            if (disabled || row.enabled()) {
                people.accept(persons.person(row, null));
            }
        });
    }

    /**
     * Brings the copy up to date without telling anybody; for those who want the rows, or to know what a reading took. Done once: whoever
     * asks the same again is answered from one moment of one controller.
     */
    public Outcome refresh(PeopleQuery interest, Findings findings) {
        Reading reading = last;
        if (reading == null || !reading.interest().equals(interest)) {
            Findings remarks = new Findings();
            Outcome outcome = read(interest, remarks);
            reading = new Reading(interest, outcome, remarks.sorted());
            last = reading;
            listener.done(outcome);
        }
        findings.addAll(reading.remarks());
        return reading.outcome();
    }

    private Outcome read(PeopleQuery interest, Findings remarks) {
        CopyQuery question = new CopyQuery(settings.scope(), interest);
        try {
            return new Refresher(
                            settings.connection(),
                            store,
                            question,
                            settings.domain(),
                            settings.tracking(),
                            settings.disappearance(),
                            remarks::add,
                            listener::read)
                    .run();
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** Tells the rows of a copy. */
    public static void tell(Outcome outcome, Consumer<PersonRow> rows) {
        try {
            outcome.copy().each(rows);
        } catch (IOException | DamagedCopyException e) {
            throw unusable(e);
        }
    }

    /** How many people are in a copy. */
    public static long count(Outcome outcome) {
        try {
            return outcome.copy().people();
        } catch (IOException | DamagedCopyException e) {
            throw unusable(e);
        }
    }

    private static Fault unusable(Exception e) {
        return new Fault(
                Finding.of(Code.UNREADABLE_FILE, "the kept copy of the directory can't be used: " + e.getMessage())
                        .help("Check the disk, delete the folder .calque/people of the workspace, and run it again"));
    }
}
