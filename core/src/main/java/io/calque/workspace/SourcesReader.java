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

    /** The server; one that is read from the directory needs people from one. */
    ServerSpec server(Fields fields, Optional<PeopleSpec> people) {
        ServerSpec server =
                fields.node("server").flatMap(this::server).orElse(new ServerSpec.Simulated(fields.place()));
        boolean fromDirectory = people.filter(PeopleSpec.Ldap.class::isInstance).isPresent();
        if (server instanceof ServerSpec.Directory && !fromDirectory) {
            findings.add(Finding.of(Code.WRONG_SHAPE, "the server is to be read from a directory, and none is named")
                    .help("Write people: {ldap: {…}}; its directory is read for both")
                    .at(server.place()));
        }
        return server;
    }

    private Optional<ServerSpec> server(Node node) {
        return switch (node) {
            case Node.Scalar word
            when word.text().equals("simulated") -> Optional.of(new ServerSpec.Simulated(word.place()));
            case Node.Mapping map -> Fields.of(map, "'server'", findings).flatMap(server -> server(map, server));
            case Node.Scalar _, Node.Sequence _ -> {
                findings.add(Finding.of(Code.WRONG_SHAPE, "'server' must be the word simulated or a map")
                        .help(
                                "Write simulated, {file: observed.json}, {clixml: [users.xml]}, {directory: {…}} or {pool: \"https://…\"}")
                        .at(node.place()));
                yield Optional.empty();
            }
        };
    }

    private Optional<ServerSpec> server(Node.Mapping map, Fields server) {
        Optional<ServerSpec> directory = server.node("directory")
                .flatMap(node -> Fields.of(node, "'directory'", findings))
                .map(this::directory);
        Optional<ServerSpec> pool =
                server.scalar("pool").map(address -> new ServerSpec.Pool(address.text(), map, address.place()));
        List<Optional<ServerSpec>> all = List.of(file(server), clixml(server), directory, pool);
        if (pool.isEmpty()) {
            server.close();
        }
        return one(map.place(), "file, clixml, directory or pool", all);
    }

    private static Optional<ServerSpec> file(Fields fields) {
        return fields.scalar("file").map(name -> new ServerSpec.Observed(name.text(), name.place()));
    }

    private static Optional<ServerSpec> clixml(Fields fields) {
        List<Node.Scalar> names = fields.scalars("clixml");
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(new ServerSpec.Clixml(
                        names.stream().map(Node.Scalar::text).toList(), fields.place()));
    }

    private ServerSpec directory(Fields fields) {
        try (fields) {
            Optional<ServerSpec> file = file(fields);
            Optional<ServerSpec> clixml = clixml(fields);
            Optional<ServerSpec> exported = file.isEmpty() && clixml.isEmpty()
                    ? Optional.empty()
                    : one(fields.place(), "file or clixml", List.of(file, clixml));
            return new ServerSpec.Directory(
                    exported, new DirectoryNumbersReader(findings).read(fields), fields.place());
        }
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
