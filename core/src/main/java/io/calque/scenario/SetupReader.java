package io.calque.scenario;

import io.calque.diagnostic.Findings;
import io.calque.meeting.Access;
import io.calque.meeting.SessionKind;
import io.calque.meeting.Setup;
import io.calque.source.Fields;
import io.calque.source.Node;
import io.calque.source.Vocabulary;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the {@code meeting} of a scenario. */
final class SetupReader {
    /** How the session begins, who begins it, and how it is set up. */
    record Meeting(SessionKind kind, String organiser, Setup setup) {}

    private final Set<String> people;
    private final Vocabulary words;
    private final Minutes minutes;

    SetupReader(Set<String> people, Findings findings) {
        this.people = people;
        this.words = new Vocabulary(findings);
        this.minutes = new Minutes(findings);
    }

    Optional<Meeting> read(Fields fields) {
        try (fields) {
            Optional<String> organiser = fields.required("organiser").flatMap(this::person);
            SessionKind kind = fields.node("kind")
                    .flatMap(node -> words.constant(node, "kind of meeting", SessionKind.values(), SessionKind::word))
                    .orElse(SessionKind.ADHOC);
            Access access = fields.node("access")
                    .flatMap(node -> words.constant(node, "access type", Access.values(), Access::word))
                    .orElse(null);
            Set<String> invited = fields.list("invited").stream()
                    .flatMap(node -> person(node).stream())
                    .collect(Collectors.toSet());
            Setup setup = configured(fields.fields("configuration"), access, invited);
            return organiser.map(name -> new Meeting(kind, name, setup));
        }
    }

    private Setup configured(Optional<Fields> given, @Nullable Access access, Set<String> invited) {
        if (given.isEmpty()) {
            return new Setup(access, invited, true, true, null, true, Setup.GRACE);
        }
        try (Fields fields = given.get()) {
            return new Setup(
                    access,
                    invited,
                    fields.flag("AdmitAnonymousUsersByDefault").orElse(true),
                    fields.flag("PstnCallersBypassLobby").orElse(true),
                    fields.node("DesignateAsPresenter")
                            .flatMap(node -> words.constant(
                                    node,
                                    "value of DesignateAsPresenter",
                                    Setup.Designate.values(),
                                    d -> d.name().toLowerCase(Locale.ROOT)))
                            .orElse(null),
                    fields.flag("AllowAnonymousUsers").orElse(true),
                    fields.scalar("AnonymousUserGracePeriod")
                            .flatMap(minutes::read)
                            .orElse(Setup.GRACE));
        }
    }

    private Optional<String> person(Node node) {
        return words.oneOf(node, "person of this scenario", people);
    }
}
