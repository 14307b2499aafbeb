package io.calque.engine;

import io.calque.people.IdentifierKind;
import io.calque.people.Identifiers;
import io.calque.people.Person;
import io.calque.people.References;
import java.util.ArrayList;
import java.util.List;

/** Picks the people who go by a name out of all people as they pass, so that a million of them need not be held. */
final class NamedPeople {
    private final Identifiers wanted;
    private final List<Person> found = new ArrayList<>();

    NamedPeople(References.Reference reference) {
        this.wanted = reference.ids();
    }

    /** Looks at one person. */
    void look(Person person) {
        for (IdentifierKind kind : IdentifierKind.values()) {
            String key = matters(kind, person.ids()) ? wanted.key(kind) : null;
            if (key != null && key.equals(person.ids().key(kind))) {
                found.add(person);
                return;
            }
        }
    }

    /** A logon name with a domain means nobody of another domain; display names decide only when nothing surer is given. */
    private boolean matters(IdentifierKind kind, Identifiers ids) {
        return switch (kind) {
            case SAM_ACCOUNT_NAME -> wanted.domain() == null || ids.domain() == null;
            case DISPLAY_NAME -> wanted.userPrincipalName() == null && wanted.domain() == null;
            case SIP_ADDRESS, USER_PRINCIPAL_NAME, DISTINGUISHED_NAME, DOMAIN_AND_SAM -> true;
        };
    }

    List<Person> found() {
        return found;
    }
}
