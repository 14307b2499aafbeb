package io.calque.plan;

import io.calque.assign.Assignment;
import io.calque.assign.OnlinePeople;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.diagnostic.Place;
import io.calque.diagnostic.Severity;
import io.calque.people.NameColumns;
import io.calque.people.Resolver;
import io.calque.policy.Home;
import io.calque.state.Users;
import java.util.BitSet;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Finds the users of a server whom people mean. */
final class Matching {
    private static final int NOBODY_FOR_CERTAIN = -1;

    private final Users users;
    private final Findings findings;

    /** A matching with these users; whoever can't be found for certain is told. */
    Matching(Users users, Findings findings) {
        this.users = users;
        this.findings = findings;
    }

    /** What each user shall have, from the first person who means each; users homed elsewhere shall have nothing. */
    Desired desired(Assigned assigned) {
        NameColumns names = assigned.names();
        Resolver resolver = new Resolver(users.names());
        int[] meant = meant(names, resolver);
        Desired desired = new Desired(assigned, users.homedOnline(online(meant, assigned)));
        OnlinePeople online = new OnlinePeople();
        for (int person = 0; person < meant.length; person++) {
            Home home = home(meant[person], person, assigned, desired.users());
            if (home == Home.ONLINE) {
                online.add(assigned.assignment(person), names.get(person).title());
            } else if (home == Home.ON_PREMISES) {
                want(meant[person], person, assigned, desired);
            } else {
                findings.add(
                        unknown(resolver.match(names, person), names.get(person).title(), assigned.place(person)));
            }
        }
        online.findings().forEach(findings::add);
        return desired;
    }

    /** The users of whom the source of people says that they are homed online, in any of their rows. */
    private static BitSet online(int[] meant, Assigned assigned) {
        BitSet online = new BitSet();
        for (int person = 0; person < meant.length; person++) {
            if (meant[person] != NOBODY_FOR_CERTAIN && assigned.isOnline(person)) {
                online.set(meant[person]);
            }
        }
        return online;
    }

    private static Home home(int position, int person, Assigned assigned, Users users) {
        if (position != NOBODY_FOR_CERTAIN) {
            return users.configuration(position).account().home();
        }
        return assigned.isOnline(person) ? Home.ONLINE : Home.NOWHERE;
    }

    /** Whom each person means; by all processors. */
    private static int[] meant(NameColumns names, Resolver resolver) {
        return IntStream.range(0, names.size())
                .parallel()
                .map(person -> resolver.match(names, person) instanceof Resolver.Resolution.One(int position)
                        ? position
                        : NOBODY_FOR_CERTAIN)
                .toArray();
    }

    private Finding unknown(Resolver.Resolution resolution, String title, @Nullable Place place) {
        Finding finding = resolution instanceof Resolver.Resolution.Several(var positions)
                ? Finding.of(Code.AMBIGUOUS_PERSON, title + " may be any of " + Candidates.words(users, positions))
                        .help("Give an identifier that only one of them has, such as SipAddress")
                : Finding.of(Code.NOT_ON_SERVER, title + " is not on the server")
                        .help("Enable the person there first, if a licence is meant for use");
        return finding.at(place);
    }

    private void want(int position, int person, Assigned assigned, Desired desired) {
        if (!desired.isMeant(position)) {
            desired.put(position, person);
            return;
        }
        Assignment before = desired.assignment(position);
        Assignment assignment = assigned.assignment(person);
        boolean same = Objects.equals(before.persona(), assignment.persona())
                && Objects.equals(desired.number(position), assigned.number(person));
        findings.add(Finding.of(
                        Code.DUPLICATE_PERSON,
                        users.subject(position)
                                + twice(desired.place(position))
                                + (same ? "" : ", which wants something else: nothing is changed"))
                .as(same ? Code.DUPLICATE_PERSON.severity() : Severity.ERROR)
                .help("Keep one of the two rows")
                .at(assigned.place(person)));
        if (!same) {
            desired.spoil(position);
        } else if (assignment.because().compareTo(before.because()) < 0) {
            // So that the reason does not depend on the order of the rows.
            desired.put(position, person);
        }
    }

    private static String twice(@Nullable Place first) {
        return first == null ? " is meant twice" : " is meant by line " + first.line() + " too";
    }
}
