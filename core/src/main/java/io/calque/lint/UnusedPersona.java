package io.calque.lint;

import io.calque.assign.Persona;
import io.calque.assign.PersonalException;
import io.calque.assign.Rule;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Personas that neither a rule nor an exception gives to anybody. */
final class UnusedPersona implements LintRule {
    @Override
    public Code code() {
        return Code.UNUSED_PERSONA;
    }

    @Override
    public Stream<Finding> check(LintContext inspection) {
        Set<String> used = used(inspection).map(Persona::name).collect(Collectors.toSet());
        List<Persona> unused = inspection.workspace().personas().values().stream()
                .filter(persona -> !used.contains(persona.name()))
                .toList();
        return unused.isEmpty()
                ? Stream.of()
                : Stream.of(Finding.of(
                                code(), "no rule or exception gives anybody the " + ProofObligation.personas(unused))
                        .help("Nothing has to be done if they wait for people; else write a rule or remove them")
                        .at(unused.getFirst().place()));
    }

    /** The personas that somebody may get. */
    static Stream<Persona> used(LintContext inspection) {
        return Stream.concat(
                inspection.workspace().rules().stream().map(Rule::persona),
                inspection.workspace().exceptions().stream().map(PersonalException::persona));
    }
}
