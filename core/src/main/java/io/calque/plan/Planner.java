package io.calque.plan;

import io.calque.assign.Assigner;
import io.calque.assign.Assignment;
import io.calque.assign.Unmatched;
import io.calque.assign.UnnamedValues;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.people.Person;
import io.calque.state.Observed;
import io.calque.workspace.Workspace;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes a plan from people, told one by one in any order, and the observed state, which is needed at the end alone. Of each person the
 * names and what is assigned are held. Not thread-safe; one planner makes one plan.
 */
public final class Planner {
    private final Workspace workspace;
    private final Assigner assigner;
    private final Findings findings;
    private final Assigned assigned = new Assigned();
    private final UnnamedValues values;
    private final Findings refused = new Findings();

    /** A planner for a workspace on a day. */
    public Planner(Workspace workspace, LocalDate today, Findings findings) {
        this.workspace = workspace;
        this.findings = findings;
        this.assigner = new Assigner(workspace.rules(), workspace.exceptions(), today);
        this.values = new UnnamedValues(workspace.rules());
    }

    /** Takes one person; disabled people are passed over. */
    public void accept(Person person) {
        if (person.enabled()) {
            Assignment assignment = assigner.assign(person);
            values.look(person);
            if (assignment.persona() != null || workspace.unmatched() == Unmatched.DEFAULT) {
                assigned.add(person, assignment, number(assignment, person));
            } else if (workspace.unmatched() == Unmatched.ERROR) {
                refused.add(unmatched(person));
            }
        }
    }

    /**
     * The plan for a server, when all people were told.
     *
     * @throws Fault when no rule matches somebody, and the workspace allows nobody like that
     */
    public Plan finish(Observed observed, PlanOptions options) {
        findings.addAll(values.findings());
        if (refused.hasErrors()) {
            throw new Fault(Stream.concat(refused.sorted().stream(), values.findings().stream())
                    .toList());
        }
        Desired desired = new Matching(observed.users(), findings).desired(assigned);
        return new PlanMaker(workspace, observed.withUsers(desired.users()), findings).make(desired, options);
    }

    private static Finding unmatched(Person person) {
        return Finding.of(
                        Code.UNMATCHED_PERSON, "no rule matches " + person.ids().title())
                .help("Write a rule for this person, or set 'unmatched' in assignments.yaml to keep or default")
                .at(person.place());
    }

    private static @Nullable String number(Assignment assignment, Person person) {
        String attribute =
                assignment.persona() == null ? null : assignment.persona().lineFrom();
        List<String> values =
                attribute == null ? List.of() : person.attributes().get(attribute);
        return values.isEmpty() ? null : values.getFirst();
    }
}
