package io.calque.workspace;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.diagnostic.Place;
import io.calque.source.Fields;
import io.calque.source.Node;
import java.util.List;
import java.util.Optional;

/** Reads where people and the observed state come from. */
final class SourcesReader {
    private final Findings findings;

    SourcesReader(Findings findings) {
        this.findings = findings;
    }

    Optional<PeopleSpec> people(Fields fields) {
        return fields.node("people").flatMap(node -> switch (node) {
            case Node.Scalar file -> Optional.of(new PeopleSpec.Csv(file.text(), file.place()));
            case Node.Mapping map ->
                Fields.of(map, "'people'", findings).flatMap(people -> {
                    try (people) {
                        Optional<PeopleSpec> csv =
                                people.scalar("csv").map(file -> new PeopleSpec.Csv(file.text(), file.place()));
                        Optional<PeopleSpec> ldif =
                                people.scalar("ldif").map(file -> new PeopleSpec.Ldif(file.text(), file.place()));
                        Optional<PeopleSpec> ldap =
                                people.node("ldap").map(details -> new PeopleSpec.Ldap(details, details.place()));
                        return one(map.place(), "csv, ldif or ldap", List.of(csv, ldif, ldap));
                    }
                });
            case Node.Sequence list -> {
                findings.add(Finding.of(Code.WRONG_SHAPE, "'people' must be one source, not a list")
                        .at(list.place()));
                yield Optional.empty();
            }
        });
    }

    ServerSpec server(Fields fields) {
        Place place = fields.place();
        return fields.node("server").flatMap(this::server).orElse(new ServerSpec.Simulated(place));
    }

    private Optional<ServerSpec> server(Node node) {
        return switch (node) {
            case Node.Scalar word
            when word.text().equals("simulated") -> Optional.of(new ServerSpec.Simulated(word.place()));
            case Node.Mapping map -> Fields.of(map, "'server'", findings).flatMap(server -> server(map, server));
            case Node.Scalar _, Node.Sequence _ -> {
                findings.add(Finding.of(Code.WRONG_SHAPE, "'server' must be the word simulated or a map")
                        .help("Write simulated, {file: observed.json}, {clixml: [users.xml]} or {pool: \"https://…\"}")
                        .at(node.place()));
                yield Optional.empty();
            }
        };
    }

    private Optional<ServerSpec> server(Node.Mapping map, Fields server) {
        Optional<ServerSpec> file =
                server.scalar("file").map(name -> new ServerSpec.Observed(name.text(), name.place()));
        List<String> exports =
                server.scalars("clixml").stream().map(Node.Scalar::text).toList();
        Optional<ServerSpec> clixml =
                exports.isEmpty() ? Optional.empty() : Optional.of(new ServerSpec.Clixml(exports, map.place()));
        Optional<ServerSpec> pool =
                server.scalar("pool").map(address -> new ServerSpec.Pool(address.text(), map, address.place()));
        if (pool.isEmpty()) {
            server.close();
        }
        return one(map.place(), "file, clixml or pool", List.of(file, clixml, pool));
    }

    private <T> Optional<T> one(Place place, String keys, List<Optional<T>> found) {
        List<T> given = found.stream().flatMap(Optional::stream).toList();
        if (given.size() == 1) {
            return Optional.of(given.getFirst());
        }
        findings.add(Finding.of(Code.WRONG_SHAPE, "exactly one of " + keys + " must stand here")
                .at(place));
        return Optional.empty();
    }
}
