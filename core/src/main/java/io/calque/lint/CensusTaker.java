package io.calque.lint;

import io.calque.assign.Assignment;
import io.calque.assign.OnlinePeople;
import io.calque.assign.Persona;
import io.calque.assign.PersonalException;
import io.calque.assign.Rule;
import io.calque.assign.UnnamedValues;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Severity;
import io.calque.licence.Licence;
import io.calque.people.Person;
import io.calque.people.PersonLookup;
import io.calque.policy.Home;
import io.calque.state.UserState;
import io.calque.workspace.Workspace;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Counts people as they pass, and finds rows that mean somebody once more: a million need little memory. Not thread-safe. */
public final class CensusTaker implements Consumer<Person> {
    private final List<Rule> rules;
    private final PersonLookup<PersonalException> exceptions;
    private final PersonLookup<UserState> remoteControlled;
    private final PersonLookup<UserState> elsewhere;
    private final OnlinePeople online = new OnlinePeople();
    private final Workspace workspace;
    private final LocalDate today;
    private final DuplicateRows repeats = new DuplicateRows();
    private final UnnamedValues values;
    private final Set<PersonalException> met = new HashSet<>();
    private final long[] means;
    private final long[] decides;
    private long people;
    private long withoutGrant;
    private long withoutPlus;

    /**
     * A counter.
     *
     * @param today the day on which exceptions must still hold
     * @param users the server's users, where known
     */
    public CensusTaker(Workspace workspace, LocalDate today, List<UserState> users) {
        this.workspace = workspace;
        this.today = today;
        rules = workspace.rules();
        values = new UnnamedValues(rules);
        exceptions = new PersonLookup<>(workspace.exceptions().stream()
                .filter(exception -> exception.holdsOn(today))
                .toList());
        remoteControlled = new PersonLookup<>(users.stream()
                .filter(user -> user.account().isServed() && user.account().remoteCallControl())
                .toList());
        elsewhere = new PersonLookup<>(
                users.stream().filter(user -> user.home() == Home.ONLINE).toList());
        means = new long[rules.size()];
        decides = new long[rules.size()];
    }

    @Override
    public void accept(Person person) {
        people++;
        repeats.look(person);
        values.look(person);
        PersonalException exception = exceptions.find(person.ids());
        if (exception != null) {
            met.add(exception);
        }
        Persona persona = exception == null ? null : exception.persona();
        Assignment decided = exception == null ? null : Assignment.of(exception);
        for (int i = 0; i < means.length; i++) {
            if (rules.get(i).when().matches(person)) {
                means[i]++;
                if (persona == null) {
                    persona = rules.get(i).persona();
                    decided = Assignment.of(rules.get(i));
                    decides[i]++;
                }
            }
        }
        if (person.isOnline() || elsewhere.find(person.ids()) != null) {
            online.add(
                    decided == null ? Assignment.UNMATCHED : decided,
                    person.ids().title());
            return;
        }
        withoutGrant += persona == null || !Census.grants(persona) ? 1 : 0;
        withoutPlus += holdsPlus(persona) || remoteControlled.find(person.ids()) == null ? 0 : 1;
    }

    /** What was counted. */
    public Census census() {
        return new Census(
                people,
                IntStream.range(0, means.length)
                        .mapToObj(i -> new Census.RuleCount(means[i], decides[i]))
                        .toList(),
                withoutGrant,
                online.people(),
                withoutPlus);
    }

    /** What the people showed: rows that mean somebody once more, exceptions that do nothing. */
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>(repeats.findings());
        findings.addAll(values.findings());
        findings.addAll(online.findings());
        for (PersonalException exception : workspace.exceptions()) {
            if (!exception.holdsOn(today)) {
                findings.add(Finding.of(
                                Code.IDLE_EXCEPTION,
                                "the exception for " + exception.person() + " ended on " + exception.until())
                        .as(Severity.INFO)
                        .help("Remove it; the file's history keeps it")
                        .at(exception.place()));
            } else if (people > 0 && !met.contains(exception)) {
                findings.add(Finding.of(
                                Code.IDLE_EXCEPTION,
                                "the exception for " + exception.person() + " matches none of " + Census.words(people))
                        .help(
                                "Check the name: DOMAIN\\sam, a user principal name, a sip: address or a distinguished name")
                        .at(exception.place()));
            }
        }
        return findings;
    }

    private static boolean holdsPlus(@Nullable Persona persona) {
        return persona != null && persona.licences().holds(Licence.PLUS);
    }
}
