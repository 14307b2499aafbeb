package io.calque.plan;

import io.calque.assign.Assigner;
import io.calque.assign.Assignment;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.diagnostic.Place;
import io.calque.diagnostic.Severity;
import io.calque.people.Person;
import io.calque.people.Resolver;
import io.calque.state.Observed;
import io.calque.workspace.Workspace;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes a plan from people, told one by one in any order, and the observed state. Holds no person: a million are judged as they
 * pass. Not thread-safe; one planner makes one plan.
 */
public final class Planner {
    private final Workspace workspace;
    private final Observed observed;
    private final Assigner assigner;
    private final Resolver resolver;
    private final Findings findings;
    private final Desired desired;

    /** A planner for a workspace and a state on a day. */
    public Planner(Workspace workspace, Observed observed, LocalDate today, Findings findings) {
        this.workspace = workspace;
        this.observed = observed;
        this.findings = findings;
        this.assigner = new Assigner(workspace.rules(), workspace.exceptions(), today);
        this.resolver = new Resolver(observed.users().names());
        this.desired = new Desired(observed.users().size());
    }

    /** What one person shall have, whoever that is on the server. Thread-safe, and may run beside {@link #accept(Judged)}. */
    public Judged judge(Person person) {
        Assignment assignment = assigner.assign(person);
        return new Judged(person, assignment, number(assignment, person));
    }

    /**
     * A person, and what that person shall have.
     *
     * @param number the telephone number for the line, as the source of people writes it; null to leave the line as it is
     */
    public record Judged(
            Person person, Assignment assignment, @Nullable String number) {}

    /** Takes one person; disabled people are passed over. */
    public void accept(Person person) {
        accept(judge(person));
    }

    /** Takes one person who was judged already; disabled people are passed over. */
    public void accept(Judged judged) {
        Person person = judged.person();
        if (!person.enabled()) {
            return;
        }
        switch (resolver.match(person.ids())) {
            case Resolver.Resolution.One(int position) -> want(position, judged);
            case Resolver.Resolution.Nobody _ ->
                findings.add(Finding.of(Code.NOT_ON_SERVER, person.ids().title() + " is not on the server")
                        .help("Enable the person there first, if a licence is meant for use")
                        .at(person.place()));
            case Resolver.Resolution.Several(var positions) ->
                findings.add(Finding.of(
                                Code.AMBIGUOUS_PERSON,
                                person.ids().title() + " may be any of "
                                        + Candidates.words(observed.users(), positions))
                        .help("Give an identifier that only one of them has, such as SipAddress")
                        .at(person.place()));
        }
    }

    /** The plan, when all people were told. */
    public Plan finish(PlanOptions options) {
        return new PlanMaker(workspace, observed, findings).make(desired, options);
    }

    private void want(int position, Judged judged) {
        Person person = judged.person();
        Assignment assignment = judged.assignment();
        String number = judged.number();
        Assignment before = desired.assignment(position);
        if (before == null) {
            desired.put(position, assignment, number, person.place());
            return;
        }
        boolean same = Objects.equals(before.persona(), assignment.persona())
                && Objects.equals(desired.number(position), number);
        findings.add(Finding.of(
                        Code.DUPLICATE_PERSON,
                        observed.users().subject(position)
                                + twice(desired.place(position))
                                + (same ? "" : ", which wants something else: nothing is changed"))
                .as(same ? Code.DUPLICATE_PERSON.severity() : Severity.ERROR)
                .help("Keep one of the two rows")
                .at(person.place()));
        if (!same) {
            desired.spoil(position);
        } else if (assignment.because().compareTo(before.because()) < 0) {
            // So that the reason does not depend on the order of the rows.
            desired.put(position, assignment, number, desired.place(position));
        }
    }

    private static String twice(@Nullable Place first) {
        return first == null ? " is meant twice" : " is meant by line " + first.line() + " too";
    }

    private static @Nullable String number(Assignment assignment, Person person) {
        String attribute =
                assignment.persona() == null ? null : assignment.persona().lineFrom();
        List<String> values =
                attribute == null ? List.of() : person.attributes().get(attribute);
        return values.isEmpty() ? null : values.getFirst();
    }
}
