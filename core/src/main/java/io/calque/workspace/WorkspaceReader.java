package io.calque.workspace;

import io.calque.assign.Persona;
import io.calque.assign.Unmatched;
import io.calque.catalogue.PolicyType;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.diagnostic.Place;
import io.calque.source.Node;
import io.calque.source.Yaml;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a whole workspace, telling all faults of all its files at once. */
public final class WorkspaceReader {
    /** The file that makes a folder a workspace. */
    public static final String CONFIG = "calque.yaml";

    /** The policies. */
    public static final String POLICIES = "policies.yaml";

    /** Personas and rules. */
    public static final String ASSIGNMENTS = "assignments.yaml";

    /** Exceptions. */
    public static final String EXCEPTIONS = "exceptions.yaml";

    /** Meeting scenarios that must hold. */
    public static final String TESTS = "tests.yaml";

    private final WorkspaceFiles files;
    private final Findings findings;

    private WorkspaceReader(WorkspaceFiles files, Findings findings) {
        this.files = files;
        this.findings = findings;
    }

    /**
     * Reads a workspace. What can't be read is left out, with findings; a workspace read with findings of severity error must not
     * be acted upon.
     *
     * @return the workspace; empty when there is no {@code calque.yaml} that can be read
     */
    public static Optional<Workspace> read(WorkspaceFiles files, Findings findings) {
        return new WorkspaceReader(files, findings).read();
    }

    private Optional<Workspace> read() {
        if (files.find(CONFIG).isEmpty()) {
            findings.add(Finding.of(
                            Code.UNREADABLE_FILE, "there is no " + CONFIG + " here, so this folder is not a workspace")
                    .help("Make a workspace with: calque new DIR")
                    .at(Place.of(CONFIG)));
            return Optional.empty();
        }
        Optional<Node> root = yaml(CONFIG);
        if (root.isEmpty()) {
            return Optional.empty();
        }
        ConfigReader.Config config = new ConfigReader(findings).read(root.get());
        Optional<List<DeclaredPolicy>> policies =
                yaml(POLICIES).map(node -> new PoliciesReader(config.licensing().version(), findings).read(node));
        WhenReader conditions = new WhenReader(files, findings);
        Optional<AssignmentsReader.Assignments> read =
                yaml(ASSIGNMENTS).map(node -> new AssignmentsReader(policies, findings).read(node, conditions));
        AssignmentsReader.Assignments assignments =
                read.orElse(new AssignmentsReader.Assignments(Map.of(), List.of(), Unmatched.DEFAULT));
        if (files.find(POLICIES).isEmpty()) {
            tellMissingPolicies(assignments);
        }
        Optional<Map<String, Persona>> personas =
                read.isEmpty() && files.find(ASSIGNMENTS).isPresent()
                        ? Optional.empty()
                        : Optional.of(assignments.personas());
        return Optional.of(new Workspace(
                config.licensing(),
                config.people(),
                config.server(),
                config.seats(),
                config.brakes(),
                policies.orElse(List.of()),
                assignments.personas(),
                assignments.rules(),
                assignments.unmatched(),
                yaml(EXCEPTIONS)
                        .map(new ExceptionsReader(personas, findings)::read)
                        .orElse(List.of()),
                yaml(TESTS)));
    }

    /** One finding for the file that is not there instead of one for each policy that it would have to declare. */
    private void tellMissingPolicies(AssignmentsReader.Assignments assignments) {
        assignments.personas().values().stream()
                .flatMap(persona -> Arrays.stream(PolicyType.values()).flatMap(type -> persona.wish(type).stream()))
                .flatMap(wish -> Optional.ofNullable(wish.policy()).stream())
                .findFirst()
                .ifPresent(policy -> findings.add(Finding.of(
                                Code.UNREADABLE_FILE,
                                "there is no " + POLICIES + ", and personas want policies such as " + policy.name())
                        .help("Declare them there, or have calque new write one into an empty folder to start from")
                        .at(Place.of(POLICIES))));
    }

    private Optional<Node> yaml(String name) {
        return files.find(name).flatMap(bytes -> Yaml.read(name, bytes, findings));
    }
}
