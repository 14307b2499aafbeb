package io.calque.cli.verb;

import io.calque.cli.folder.Folder;
import io.calque.cli.folder.Sources;
import io.calque.cli.json.Json;
import io.calque.cli.terminal.Terminal;
import io.calque.workspace.Workspace;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Explains one person: effective policies and where they come from, every right with its gate, losing rules too. */
@CommandLine.Command
final class ExplainVerb implements Action {
    @Parameters(
            paramLabel = "[DIR] PERSON",
            arity = "1..2",
            description = {
                "the workspace's folder, else the one you are in; and the person:",
                "DOMAIN\\sam, sam, user@domain, sip: address, display name or distinguished name"
            })
    private List<String> words = List.of();

    @Mixin
    private FormatOption format = new FormatOption();

    @Override
    public Exit run(Terminal terminal) {
        String directory = words.size() == 2 ? words.getFirst() : ".";
        Folder open = Folder.open(terminal.resolve(directory), directory);
        Workspace workspace = open.workspace();
        Sources sources = new Sources(open, workspace, terminal);
        LocalDate today = LocalDate.ofInstant(terminal.clock().instant(), ZoneId.systemDefault());
        Explanation explanation = Explanation.of(workspace, sources, words.getLast(), today);
        if (format.value() == Format.JSON) {
            Json.line(terminal.out(), new ExplanationJson(explanation)::write);
        } else {
            new ExplanationText(terminal, explanation).print();
        }
        return Exit.DONE;
    }

    @Override
    public Format format() {
        return format.value();
    }

    @Override
    public Set<Format> formats() {
        return Set.of(Format.TEXT, Format.JSON);
    }
}
