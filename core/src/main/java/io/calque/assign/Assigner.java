package io.calque.assign;

import io.calque.people.Person;
import io.calque.people.PersonLookup;
import java.time.LocalDate;
import java.util.List;

/** Decides who gets what: exceptions before rules, the first rule that matches before later ones. Thread-safe. */
public final class Assigner {
    private final List<Rule> rules;
    private final List<Assignment> decisions;
    private final PersonLookup<PersonalException> exceptions;

    /** An assigner for a day: exceptions that ended before it do not count. */
    public Assigner(List<Rule> rules, List<PersonalException> exceptions, LocalDate today) {
        this.rules = List.copyOf(rules);
        this.decisions = rules.stream().map(Assignment::of).toList();
        this.exceptions = new PersonLookup<>(exceptions.stream()
                .filter(exception -> exception.holdsOn(today))
                .toList());
    }

    /** What a person gets, without the losers: for many people. */
    public Assignment assign(Person person) {
        PersonalException exception = exceptions.find(person.ids());
        if (exception != null) {
            return Assignment.of(exception);
        }
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).when().matches(person)) {
                return decisions.get(i);
            }
        }
        return Assignment.UNMATCHED;
    }

    /** What a person gets, with every rule that loses: for one person. */
    public Assignment explain(Person person) {
        List<Rule> matching =
                rules.stream().filter(rule -> rule.when().matches(person)).toList();
        Assignment decided = assign(person);
        boolean byRule = exceptions.find(person.ids()) == null && !matching.isEmpty();
        return decided.over(byRule ? matching.subList(1, matching.size()) : matching);
    }
}
