package io.calque.directory.change;

import io.calque.directory.read.Scope;
import io.calque.directory.row.Layout;
import io.calque.people.PeopleQuery;
import io.calque.people.RequiredFact;
import java.util.List;
import java.util.TreeSet;

/**
 * What is asked of a directory.
 *
 * @param scope whom to read
 * @param interest what to know about them
 */
public record CopyQuery(Scope scope, PeopleQuery interest) {
    /** Which attributes rows have. */
    public Layout layout() {
        return Layout.of(interest);
    }

    /** The groups whose members must be known, each as often as it is asked for. */
    public List<RequiredFact> groups() {
        return interest.all(RequiredFact.Kind.GROUP);
    }

    /** The same for the same question, wherever it is written: a copy of another question can't answer this one. */
    public String fingerprint() {
        return Digests.of(
                String.valueOf(scope.base()),
                scope.people().toString(),
                layout().attributes().toString(),
                new TreeSet<>(interest.first(RequiredFact.Kind.GROUP).keySet()).toString());
    }
}
