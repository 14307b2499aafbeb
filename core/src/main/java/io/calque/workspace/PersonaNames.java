package io.calque.workspace;

import io.calque.assign.Persona;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.source.NearMisses;
import io.calque.source.Node;
import java.util.Map;
import java.util.Optional;

/** Reads the names of personas, where rules and exceptions refer to them. */
final class PersonaNames {
    private final Map<String, Persona> personas;
    private final Findings findings;
    private final NearMisses names;

    PersonaNames(Map<String, Persona> personas, Findings findings) {
        this.personas = personas;
        this.findings = findings;
        this.names = new NearMisses(personas.keySet());
    }

    /** The persona that a node names; empty, with a finding, when there is none of that name. */
    Optional<Persona> read(Node node) {
        String name = node instanceof Node.Scalar scalar ? scalar.text() : "";
        Optional<Persona> persona = Optional.ofNullable(personas.get(name));
        if (persona.isEmpty()) {
            findings.add(Finding.of(Code.UNKNOWN_PERSONA, "there is no persona '" + name + "'")
                    .help(names.help(name))
                    .at(node.place()));
        }
        return persona;
    }
}
