package io.calque.scenario;

import io.calque.assign.Persona;
import io.calque.catalogue.PolicyType;
import io.calque.diagnostic.Findings;
import io.calque.licence.Licences;
import io.calque.meeting.Kind;
import io.calque.meeting.MeetingRole;
import io.calque.meeting.Participant;
import io.calque.policy.Account;
import io.calque.policy.EffectiveState;
import io.calque.policy.Identity;
import io.calque.policy.Policy;
import io.calque.source.Fields;
import io.calque.source.Node;
import io.calque.source.Vocabulary;
import io.calque.workspace.LicencesReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the {@code people} of a scenario. */
final class CastReader {
    private final Backdrop backdrop;
    private final Findings findings;
    private final Vocabulary words;

    CastReader(Backdrop backdrop, Findings findings) {
        this.backdrop = backdrop;
        this.findings = findings;
        this.words = new Vocabulary(findings);
    }

    Map<String, Participant> read(Fields byName) {
        Map<String, Participant> people = new LinkedHashMap<>();
        try (byName) {
            for (Node.Entry entry : byName.entries()) {
                String name = entry.key().text();
                Node value = entry.value() instanceof Node.Scalar scalar && scalar.isNull()
                        ? new Node.Mapping(List.of(), scalar.place())
                        : entry.value();
                Fields.of(value, "a person", findings).ifPresent(fields -> {
                    try (fields) {
                        people.put(name, participant(name, fields));
                    }
                });
            }
        }
        return people;
    }

    private Participant participant(String name, Fields fields) {
        Optional<Persona> persona = fields.node("persona")
                .flatMap(node -> words.word(
                        node,
                        "persona",
                        backdrop.personas().keySet(),
                        text -> Optional.ofNullable(backdrop.personas().get(text))));
        Kind kind = fields.node("kind")
                .flatMap(node -> words.constant(node, "kind of person", Kind.values(), Kind::word))
                .orElse(Kind.USER);
        Licences licences = fields.node("licences")
                .flatMap(new LicencesReader(findings)::read)
                .or(() -> persona.map(Persona::licences))
                .orElse(Licences.STANDARD);
        String site = fields.text("site").orElse(null);
        EffectiveState situation = new EffectiveState(
                policy(fields, PolicyType.CONFERENCING, persona, site),
                policy(fields, PolicyType.VOICE, persona, site),
                account(fields, persona));
        return new Participant(
                name,
                kind,
                fields.node("role")
                        .flatMap(node -> words.constant(node, "role", MeetingRole.values(), MeetingRole::word))
                        .orElse(null),
                licences,
                situation,
                fields.text("lineUri").orElse(null));
    }

    private static Account account(Fields fields, Optional<Persona> persona) {
        return new Account(
                fields.flag("enabled").orElse(true),
                fields.flag("enterpriseVoice")
                        .or(() -> persona.flatMap(Persona::voice))
                        .orElse(false),
                fields.flag("remoteCallControl").orElse(false),
                fields.flag("audioVideoDisabled").orElse(false));
    }

    private Policy policy(Fields fields, PolicyType type, Optional<Persona> persona, @Nullable String site) {
        Optional<Node.Scalar> named = fields.scalar(type.id());
        if (named.isEmpty()) {
            Identity granted = persona.flatMap(p -> p.wish(type))
                    .map(wish -> (Identity) wish.policy())
                    .orElse(null);
            return backdrop.policies().effective(type, granted, site);
        }
        return backdrop.policy(type, named.get(), findings)
                .orElseGet(() -> backdrop.policies().global(type));
    }
}
