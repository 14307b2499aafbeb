package io.calque.workspace;

import io.calque.assign.Persona;
import io.calque.assign.PersonalException;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.people.IdentifierKind;
import io.calque.people.Identifiers;
import io.calque.people.References;
import io.calque.source.Fields;
import io.calque.source.Node;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads {@code exceptions.yaml}: who, what, why, until when, approved by whom. */
final class ExceptionsReader {
    private final Optional<PersonaNames> personas;
    private final Findings findings;

    /** A reader that knows these personas; empty where it is not known which there are, and then none is judged. */
    ExceptionsReader(Optional<Map<String, Persona>> personas, Findings findings) {
        this.personas = personas.map(known -> new PersonaNames(known, findings));
        this.findings = findings;
    }

    List<PersonalException> read(Node root) {
        List<PersonalException> exceptions = new ArrayList<>();
        List<Node> items = switch (root) {
            case Node.Sequence sequence -> sequence.items();
            case Node.Scalar scalar when scalar.isNull() -> List.of();
            case Node.Scalar _, Node.Mapping _ -> {
                findings.add(Finding.of(Code.WRONG_SHAPE, "the file must be a list of exceptions, not " + root.kind())
                        .at(root.place()));
                yield List.of();
            }
        };
        items.forEach(item -> exception(item).ifPresent(exceptions::add));
        tellSeconds(exceptions);
        return exceptions;
    }

    private Optional<PersonalException> exception(Node node) {
        return Fields.of(node, "an exception", findings).flatMap(fields -> {
            try (fields) {
                Optional<String> person = fields.requiredText("person");
                Optional<Persona> persona =
                        fields.required("persona").flatMap(p -> personas.flatMap(known -> known.read(p)));
                Optional<String> reason = fields.requiredText("reason");
                Optional<Node.Scalar> until = fields.scalar("until");
                Optional<LocalDate> day = until.flatMap(this::day);
                Optional<String> approved = fields.requiredText("approvedBy");
                if (person.isEmpty()
                        || persona.isEmpty()
                        || reason.isEmpty()
                        || approved.isEmpty()
                        || until.isPresent() != day.isPresent()) {
                    return Optional.empty();
                }
                return Optional.of(new PersonalException(
                        person.get(),
                        References.of(person.get()).ids(),
                        persona.get(),
                        reason.get(),
                        day.orElse(null),
                        approved.get(),
                        fields.place()));
            }
        });
    }

    private Optional<LocalDate> day(Node.Scalar scalar) {
        try {
            return Optional.of(LocalDate.parse(scalar.text()));
        } catch (DateTimeParseException e) {
            findings.add(Finding.of(Code.WRONG_SHAPE, "'" + scalar.text() + "' is not a date")
                    .help("Write it as 2026-12-01")
                    .at(scalar.place()));
            return Optional.empty();
        }
    }

    private void tellSeconds(List<PersonalException> exceptions) {
        Map<List<Optional<String>>, PersonalException> seen = new HashMap<>();
        for (PersonalException exception : exceptions) {
            PersonalException first = seen.putIfAbsent(folded(exception.ids()), exception);
            if (first != null) {
                findings.add(Finding.of(
                                Code.SECOND_EXCEPTION,
                                exception.person() + " has an exception already, at " + first.place())
                        .help("Keep one of the two; the first counts")
                        .at(exception.place()));
            }
        }
    }

    private static List<Optional<String>> folded(Identifiers ids) {
        return Stream.of(IdentifierKind.values())
                .map(kind -> Optional.ofNullable(ids.key(kind)))
                .toList();
    }
}
