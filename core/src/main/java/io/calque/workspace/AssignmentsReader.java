package io.calque.workspace;

import io.calque.assign.Persona;
import io.calque.assign.Rule;
import io.calque.assign.Unmatched;
import io.calque.assign.When;
import io.calque.assign.Wish;
import io.calque.catalogue.PolicyType;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.diagnostic.Place;
import io.calque.licence.Licences;
import io.calque.policy.Identity;
import io.calque.policy.Policy;
import io.calque.source.Fields;
import io.calque.source.NearMisses;
import io.calque.source.Node;
import io.calque.source.Vocabulary;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads {@code assignments.yaml}: personas and rules. Also the {@code personas} of a meeting scenario. */
public final class AssignmentsReader {
    /** What the file says. */
    record Assignments(Map<String, Persona> personas, List<Rule> rules, Unmatched unmatched) {}

    private final Map<PolicyType, Declared> policies = new EnumMap<>(PolicyType.class);
    private final Findings findings;
    private final LicencesReader licences;

    /** The policies of a type that are declared, and what a mistyped name of one may mean. */
    private record Declared(Set<Identity> identities, NearMisses names) {
        static Declared of(PolicyType type, List<DeclaredPolicy> known) {
            Set<Identity> identities = known.stream()
                    .map(DeclaredPolicy::policy)
                    .filter(policy -> policy.type() == type)
                    .map(Policy::identity)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            return new Declared(
                    identities,
                    new NearMisses(identities.stream()
                            .flatMap(i -> i instanceof Identity.Tag(String name) ? Stream.of(name) : Stream.of())
                            .toList()));
        }
    }

    /**
     * A reader that checks personas against these policies.
     *
     * @param policies empty where it is not known what is declared; then no policy's name is judged
     */
    public AssignmentsReader(Optional<List<DeclaredPolicy>> policies, Findings findings) {
        for (PolicyType type : PolicyType.values()) {
            policies.ifPresent(known -> this.policies.put(type, Declared.of(type, known)));
        }
        this.findings = findings;
        this.licences = new LicencesReader(findings);
    }

    Assignments read(Node root, WhenReader conditions) {
        Map<String, Persona> personas = new LinkedHashMap<>();
        List<Rule> rules = new ArrayList<>();
        List<Unmatched> unmatched = new ArrayList<>();
        Fields.of(root, "the file", findings).ifPresent(fields -> {
            try (fields) {
                fields.fields("personas").ifPresent(byName -> personas.putAll(personas(byName)));
                fields.node("unmatched")
                        .flatMap(node -> new Vocabulary(findings)
                                .constant(
                                        node,
                                        "choice for people whom no rule matches",
                                        Unmatched.values(),
                                        Unmatched::word))
                        .ifPresent(unmatched::add);
                PersonaNames names = new PersonaNames(personas, findings);
                for (Node node : fields.list("rules")) {
                    rule(node, names, conditions).ifPresent(rules::add);
                }
            }
        });
        return new Assignments(personas, rules, unmatched.stream().findFirst().orElse(Unmatched.DEFAULT));
    }

    /** The personas of a map from names to personas, in file order. */
    public Map<String, Persona> personas(Fields byName) {
        Map<String, Persona> personas = new LinkedHashMap<>();
        try (byName) {
            for (Node.Entry entry : byName.entries()) {
                persona(entry).ifPresent(persona -> personas.put(persona.name(), persona));
            }
        }
        return personas;
    }

    private Optional<Persona> persona(Node.Entry entry) {
        return Fields.of(entry.value(), "a persona", findings).map(fields -> {
            try (fields) {
                Map<PolicyType, Wish> wishes = new EnumMap<>(PolicyType.class);
                Licences held =
                        fields.required("licences").flatMap(licences::read).orElse(Licences.NONE);
                wish(fields, "conferencing", PolicyType.CONFERENCING)
                        .ifPresent(wish -> wishes.put(PolicyType.CONFERENCING, wish));
                Optional<Fields> voice = fields.fields("voice");
                Optional<Boolean> enterprise = voice.flatMap(v -> v.flag("enterprise"));
                voice.flatMap(v -> wish(v, "policy", PolicyType.VOICE))
                        .ifPresent(wish -> wishes.put(PolicyType.VOICE, wish));
                Optional<String> line = voice.flatMap(v -> v.fields("line")).flatMap(this::attribute);
                voice.ifPresent(Fields::close);
                return new Persona(
                        entry.key().text(),
                        held,
                        wishes,
                        enterprise,
                        line.orElse(null),
                        entry.key().place());
            }
        });
    }

    private Optional<String> attribute(Fields line) {
        try (line) {
            Optional<String> column = line.text("column");
            return line.text("attribute").or(() -> column);
        }
    }

    private Optional<Wish> wish(Fields fields, String key, PolicyType type) {
        if (!fields.has(key)) {
            return Optional.empty();
        }
        Optional<Node.Scalar> name = fields.scalar(key);
        return name.isEmpty()
                ? Optional.of(new Wish(null))
                : policy(name.get(), type).map(Wish::new);
    }

    private Optional<Identity.Tag> policy(Node.Scalar name, PolicyType type) {
        Identity identity = Identity.of(name.text());
        if (!(identity instanceof Identity.Tag tag)) {
            findings.add(Finding.of(Code.NOT_GRANTABLE, identity.print() + " can't be granted: only user policies can")
                    .help("Write null to leave people to " + identity.print() + ", or name a user policy")
                    .at(name.place()));
            return Optional.empty();
        }
        Declared declared = policies.get(type);
        if (declared != null && !declared.identities().contains(tag)) {
            findings.add(Finding.of(
                            Code.UNKNOWN_POLICY,
                            "policies.yaml declares no " + type.id() + " policy '" + tag.name() + "'")
                    .help(declared.names().help(tag.name()))
                    .at(name.place()));
        }
        return Optional.of(tag);
    }

    private Optional<Rule> rule(Node node, PersonaNames personas, WhenReader conditions) {
        return Fields.of(node, "a rule", findings).flatMap(fields -> {
            try (fields) {
                Place place = fields.place();
                Optional<String> name = fields.requiredText("name");
                Optional<When> when = fields.required("when").flatMap(conditions::read);
                Optional<Persona> persona = fields.required("persona").flatMap(personas::read);
                return name.isPresent() && when.isPresent() && persona.isPresent()
                        ? Optional.of(new Rule(name.get(), when.get(), persona.get(), place))
                        : Optional.empty();
            }
        });
    }
}
