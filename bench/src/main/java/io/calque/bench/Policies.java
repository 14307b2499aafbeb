package io.calque.bench;

import io.calque.catalogue.Value;
import io.calque.diagnostic.Findings;
import io.calque.workspace.Workspace;
import io.calque.workspace.WorkspaceReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The workspace of an estate, and its policies as a pool holds them. */
final class Policies {
    private Policies() {}

    static Workspace workspace(Path folder) {
        Findings findings = new Findings();
        Workspace workspace = WorkspaceReader.read(
                        name -> Files.exists(folder.resolve(name))
                                ? Optional.of(() -> Files.newInputStream(folder.resolve(name)))
                                : Optional.empty(),
                        findings)
                .orElseThrow();
        if (findings.hasErrors()) {
            throw new IllegalStateException(findings.sorted().toString());
        }
        return workspace;
    }

    static String json(Path folder) {
        return workspace(folder).policies().stream()
                .map(declared -> ",\"" + declared.policy().identity().print() + "\":"
                        + declared.policy().settings().entrySet().stream()
                                .map(e -> "\"" + e.getKey() + "\":" + json(e.getValue()))
                                .collect(Collectors.joining(",", "{", "}")))
                .collect(Collectors.joining());
    }

    private static String json(Value value) {
        return value instanceof Value.Text(String text)
                ? "\"" + text + "\""
                : value.print().toLowerCase(Locale.ROOT);
    }
}
