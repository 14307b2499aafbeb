package io.calque.assign;

import com.google.re2j.Pattern;
import io.calque.diagnostic.Place;
import io.calque.people.Person;
import io.calque.people.PersonLookup;
import io.calque.people.RequiredFact;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Which people a rule means. Immutable and thread-safe. Every person is put to every rule, so that matching is plain loops. */
public sealed interface When {
    /** Whether a person is meant. */
    boolean matches(Person person);

    /** What must be known to decide. */
    default Stream<RequiredFact> asked() {
        return switch (this) {
            case HasAttribute(var name, var _, var place) ->
                Stream.of(new RequiredFact(RequiredFact.Kind.ATTRIBUTE, name, place));
            case InGroup(var name, var place) -> Stream.of(new RequiredFact(RequiredFact.Kind.GROUP, name, place));
            case InUnit(var name, var place) -> Stream.of(new RequiredFact(RequiredFact.Kind.UNIT, name, place));
            case Not not -> not.inner().asked();
            case All all -> all.inner().stream().flatMap(When::asked);
            case Any any -> any.inner().stream().flatMap(When::asked);
            case Everyone _, Listed _ -> Stream.of();
        };
    }

    /** Everybody. */
    record Everyone() implements When {
        @Override
        public boolean matches(Person person) {
            return true;
        }
    }

    /** The members of a group, direct or nested; the place is where it is named. */
    record InGroup(String name, Place place) implements When {
        @Override
        public boolean matches(Person person) {
            return person.isIn(name);
        }
    }

    /** The people in an organisational unit or below it; the place is where it is named. */
    record InUnit(String distinguishedName, Place place) implements When {
        @Override
        public boolean matches(Person person) {
            return person.isBelow(distinguishedName);
        }
    }

    /** The people one of whose values of an attribute passes; the place is where it is named. */
    record HasAttribute(String name, ValueTest test, Place place) implements When {
        @Override
        public boolean matches(Person person) {
            for (String value : person.attributes().get(name)) {
                if (test.passes(value)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** The people on a list, from a file or written into the rule; the title says which. */
    record Listed(String title, PersonLookup<?> names) implements When {
        @Override
        public boolean matches(Person person) {
            return names.find(person.ids()) != null;
        }
    }

    /** Everybody whom another condition does not mean. */
    record Not(When inner) implements When {
        @Override
        public boolean matches(Person person) {
            return !inner.matches(person);
        }
    }

    /** The people whom all of several conditions mean. */
    record All(List<When> inner) implements When {
        public All {
            inner = List.copyOf(inner);
        }

        @Override
        public boolean matches(Person person) {
            for (When when : inner) {
                if (!when.matches(person)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** The people whom at least one of several conditions means. */
    record Any(List<When> inner) implements When {
        public Any {
            inner = List.copyOf(inner);
        }

        @Override
        public boolean matches(Person person) {
            for (When when : inner) {
                if (when.matches(person)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** A test on one value of an attribute; case does not matter, as in the directory, except in patterns. */
    sealed interface ValueTest {
        /** Whether a value passes. */
        boolean passes(String value);

        /** Equal to one of several words. */
        record OneOf(Set<String> words) implements ValueTest {
            public OneOf {
                words = Set.copyOf(words);
            }

            @Override
            public boolean passes(String value) {
                if (words.contains(value)) {
                    return true;
                }
                for (String word : words) {
                    if (word.equalsIgnoreCase(value)) {
                        return true;
                    }
                }
                return false;
            }
        }

        /** Beginning with a word. */
        record StartsWith(String word) implements ValueTest {
            @Override
            public boolean passes(String value) {
                return value.regionMatches(true, 0, word, 0, word.length());
            }
        }

        /** Matching a regular expression (RE2 syntax) from end to end; the time grows with the value's length alone. */
        record Matching(Pattern pattern) implements ValueTest {
            @Override
            public boolean passes(String value) {
                return pattern.matches(value);
            }
        }
    }
}
