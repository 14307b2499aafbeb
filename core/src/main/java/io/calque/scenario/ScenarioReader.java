package io.calque.scenario;

import io.calque.assign.Persona;
import io.calque.catalogue.ProductVersion;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.licence.Profile;
import io.calque.licence.Reading;
import io.calque.meeting.Participant;
import io.calque.meeting.Scenario;
import io.calque.meeting.Step;
import io.calque.policy.Licensing;
import io.calque.policy.PolicySet;
import io.calque.source.Fields;
import io.calque.source.Node;
import io.calque.source.Vocabulary;
import io.calque.workspace.AssignmentsReader;
import io.calque.workspace.DeclaredPolicy;
import io.calque.workspace.PoliciesReader;
import io.calque.workspace.Workspace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads scenario files and the {@code tests.yaml} of a workspace, telling all faults at once. */
public final class ScenarioReader {
    private final Findings findings;
    private final Vocabulary words;

    private ScenarioReader(Findings findings) {
        this.findings = findings;
        this.words = new Vocabulary(findings);
    }

    /** One scenario that stands alone or leans on a workspace; empty, with findings, when it can't be played. */
    public static Optional<Scenario> read(Node root, Workspaces workspaces, Findings findings) {
        if (root instanceof Node.Sequence) {
            findings.add(
                    Finding.of(Code.WRONG_SHAPE, "the file holds a list, and a scenario is a map of keys and values")
                            .help("The scenarios of a workspace's tests.yaml are played by calque check")
                            .at(root.place()));
            return Optional.empty();
        }
        ScenarioReader reader = new ScenarioReader(findings);
        return Fields.of(root, "a scenario", findings).flatMap(fields -> {
            try (fields) {
                Backdrop backdrop = reader.backdrop(fields, workspaces);
                return reader.scenario(fields, backdrop);
            }
        });
    }

    /** The scenarios of a workspace's {@code tests.yaml}, which stand on its policies and personas. */
    public static List<Scenario> tests(Node root, Workspace workspace, Findings findings) {
        ScenarioReader reader = new ScenarioReader(findings);
        Backdrop backdrop = Backdrop.of(workspace);
        List<Scenario> scenarios = new ArrayList<>();
        for (Node node : root instanceof Node.Sequence sequence ? sequence.items() : List.of(root)) {
            if (node instanceof Node.Scalar scalar && scalar.isNull()) {
                continue;
            }
            Fields.of(node, "a test", findings).ifPresent(fields -> {
                try (fields) {
                    reader.scenario(fields, reader.readings(fields, backdrop)).ifPresent(scenarios::add);
                }
            });
        }
        return scenarios;
    }

    private Optional<Scenario> scenario(Fields fields, Backdrop backdrop) {
        String name = fields.text("name").orElse("scenario");
        Map<String, Participant> people = new LinkedHashMap<>();
        fields.required("people")
                .flatMap(node -> Fields.of(node, "'people'", findings))
                .ifPresent(map -> people.putAll(new CastReader(backdrop, findings).read(map)));
        Optional<SetupReader.Meeting> meeting = fields.required("meeting")
                .flatMap(node -> Fields.of(node, "'meeting'", findings))
                .flatMap(map -> new SetupReader(people.keySet(), findings).read(map));
        List<Step> steps = new StepsReader(people.keySet(), backdrop, findings).read(fields.list("steps"));
        fields.required("steps");
        return meeting.map(m -> new Scenario(
                name, backdrop.licensing(), m.kind(), m.organiser(), m.setup(), people, steps, fields.place()));
    }

    private Backdrop backdrop(Fields fields, Workspaces workspaces) {
        Optional<Node> policies = fields.node("policies");
        Optional<Workspace> workspace = policies.filter(ScenarioReader::leans)
                .flatMap(node -> Fields.of(node, "'policies'", findings))
                .flatMap(from -> {
                    try (from) {
                        return from.requiredText("from")
                                .flatMap(folder -> workspaces.open(folder, from.place(), findings));
                    }
                });
        Optional<Node> product = policies.filter(ScenarioReader::leans).isPresent()
                ? fields.node("product")
                : fields.required("product");
        Backdrop ground = workspace
                .map(Backdrop::of)
                .orElseGet(() -> new Backdrop(
                        Licensing.of(
                                ProductVersion.LYNC_2010,
                                Profile.of(Profile.DEFAULT).orElseThrow()),
                        PolicySet.EMPTY,
                        Map.of()));
        ProductVersion version = product.flatMap(
                        node -> words.word(node, "product version", ProductVersion.ids(), ProductVersion::of))
                .orElse(ground.licensing().version());
        Profile profile = fields.node("profile")
                .flatMap(node -> words.word(node, "profile", Profile.names(), Profile::of))
                .orElse(ground.licensing().profile());
        List<DeclaredPolicy> own = policies.filter(node -> !leans(node))
                .map(node -> new PoliciesReader(version, findings).read(node))
                .orElse(List.of());
        PolicySet all = own.isEmpty()
                ? ground.policies()
                : PolicySet.of(own.stream().map(DeclaredPolicy::policy).toList());
        Map<String, Persona> personas = new LinkedHashMap<>(ground.personas());
        fields.fields("personas")
                .ifPresent(map -> personas.putAll(new AssignmentsReader(Optional.of(own), findings).personas(map)));
        return readings(fields, new Backdrop(Licensing.of(version, profile), all, personas));
    }

    private static boolean leans(Node policies) {
        return policies instanceof Node.Mapping map
                && map.entries().stream().anyMatch(entry -> entry.key().text().equals("from"));
    }

    /** The backdrop with the readings that a scenario chooses itself. */
    private Backdrop readings(Fields fields, Backdrop backdrop) {
        Optional<Fields> chosen = fields.fields("readings");
        if (chosen.isEmpty()) {
            return backdrop;
        }
        Profile profile = backdrop.licensing().profile();
        try (Fields map = chosen.get()) {
            for (String topic : Reading.topics()) {
                List<String> choices =
                        Reading.of(topic).stream().map(Reading::choice).toList();
                Optional<Reading> reading = map.node(topic)
                        .flatMap(node -> words.word(node, "reading of " + topic, choices, c -> Reading.of(topic, c)));
                if (reading.isPresent()) {
                    profile = profile.choosing(reading.get());
                }
            }
        }
        return new Backdrop(
                Licensing.of(backdrop.licensing().version(), profile), backdrop.policies(), backdrop.personas());
    }
}
