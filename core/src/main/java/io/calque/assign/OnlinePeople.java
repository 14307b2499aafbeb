package io.calque.assign;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The people homed online whom rules and exceptions match although nothing here concerns them. Not thread-safe. */
public final class OnlinePeople {
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private long people;

    private static final class Group {
        private final Assignment assignment;
        private final String example;
        private long people;

        Group(Assignment assignment, String example) {
            this.assignment = assignment;
            this.example = example;
        }
    }

    /** Takes one person homed online, with what would be assigned. */
    public void add(Assignment assignment, String name) {
        people++;
        Objects.requireNonNull(groups.computeIfAbsent(assignment.because(), _ -> new Group(assignment, name))).people++;
    }

    /** How many there are. */
    public long people() {
        return people;
    }

    /** A finding for each rule and exception that matches any; none for people whom nothing matches. */
    public List<Finding> findings() {
        return groups.values().stream()
                .filter(group -> group.assignment.origin() != Assignment.Origin.NOTHING)
                .map(OnlinePeople::finding)
                .toList();
    }

    private static Finding finding(Group group) {
        boolean exception = group.assignment.origin() == Assignment.Origin.EXCEPTION;
        String who = group.people == 1
                ? group.example + " is homed online"
                : group.people + " people, such as " + group.example + ", are homed online";
        return Finding.of(
                        Code.HOMED_ONLINE,
                        who + ": no steps and no licences here; matched by " + group.assignment.because())
                .as(exception ? Severity.WARNING : Severity.INFO)
                .help(
                        exception
                                ? "Remove the exception, or move the person back first"
                                : "Give their policies online, or leave them out of the rule")
                .at(group.assignment.place());
    }
}
