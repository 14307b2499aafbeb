package io.calque.cli.verb;

import io.calque.cli.folder.Folder;
import io.calque.cli.folder.Sources;
import io.calque.cli.json.Json;
import io.calque.cli.terminal.Terminal;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.workspace.Workspace;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Explains one person: effective policies and where they come from, every right with its gate, losing rules too; or everybody, a
 * right, a policy; or names the least licence.
 */
@CommandLine.Command
final class ExplainVerb implements Action {
    @Parameters(
            paramLabel = "[DIR] PERSON",
            arity = "0..2",
            description = {
                "the workspace's folder, else the one you are in; and the person:",
                "DOMAIN\\sam, sam, user@domain, sip: address, display name or distinguished name"
            })
    private List<String> words = List.of();

    @Option(names = "--all", description = "explain everybody: a summary, or a JSON line for each person")
    private boolean all;

    @Option(names = "--right", paramLabel = "RIGHT", description = "list who has a right, and through which gate")
    private @Nullable String right;

    @Option(names = "--policy", paramLabel = "NAME", description = "show what a policy gives")
    private @Nullable String policy;

    @Option(names = "--against", paramLabel = "NAME", description = "with --policy: compare it with another policy")
    private @Nullable String against;

    @Option(
            names = "--least",
            description = "name the least licence and the policy for it: of PERSON, of --persona, or for --wish")
    private boolean least;

    @Option(names = "--persona", paramLabel = "NAME", description = "with --least: what this persona's policies give")
    private @Nullable String persona;

    @Option(
            names = "--wish",
            paramLabel = "WORDS",
            split = ",",
            description = "with --least: what somebody must be able to do, such as record,dial-in")
    private List<String> wishes = List.of();

    @Mixin
    private FormatOption format = new FormatOption();

    @Override
    public Exit run(Terminal terminal) {
        boolean aboutPerson = !all && right == null && policy == null && persona == null && wishes.isEmpty();
        String person = aboutPerson ? person() : null;
        String directory = words.size() > (aboutPerson ? 1 : 0) ? words.getFirst() : ".";
        Folder open = Folder.open(terminal.resolve(directory), directory);
        Workspace workspace = open.workspace();
        Sources sources = new Sources(open, workspace, terminal);
        LocalDate today = LocalDate.ofInstant(terminal.clock().instant(), ZoneId.systemDefault());
        Findings findings = new Findings();
        boolean json = format.value() == Format.JSON;
        if (all || right != null) {
            new Everybody(terminal, workspace, sources, today, findings).explain(right, json);
        } else if (policy != null) {
            new PolicyGives(terminal, workspace).explain(policy, against, json);
        } else if (least) {
            LeastAnswer answer = new LeastAnswer(terminal, workspace);
            if (person == null) {
                answer.answer(persona, wishes, json);
            } else {
                answer.answer(Explanation.of(workspace, sources, person, today, findings), json);
            }
        } else if (person != null) {
            one(terminal, Explanation.of(workspace, sources, person, today, findings), json);
        } else {
            throw new Fault(Finding.of(Code.USAGE, "--persona and --wish go with --least")
                    .help("Add --least"));
        }
        return FindingsOutput.tell(terminal, findings);
    }

    private String person() {
        if (words.isEmpty()) {
            throw new Fault(Finding.of(Code.USAGE, "nobody is named")
                    .help("Name a person, or ask for --all, --right, --policy, or --least with --wish"));
        }
        return words.getLast();
    }

    private static void one(Terminal terminal, Explanation explanation, boolean json) {
        if (json) {
            Json.line(terminal.out(), new ExplanationJson(explanation)::write);
        } else {
            new ExplanationText(terminal, explanation).print();
        }
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
