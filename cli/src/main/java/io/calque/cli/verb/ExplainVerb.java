package io.calque.cli.verb;

import io.calque.cli.terminal.Terminal;
import io.calque.cli.terminal.WorkspaceContext;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.engine.folder.WorkspaceFolder;
import io.calque.engine.source.Sources;
import io.calque.report.json.Json;
import io.calque.workspace.Workspace;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
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

    @Option(
            names = "--policy",
            paramLabel = "NAME",
            description = "show what a policy gives, of the workspace or the server")
    private @Nullable String policy;

    @Option(
            names = "--against",
            paramLabel = "NAME",
            description = "with --policy or --persona: compare with another policy or persona")
    private @Nullable String against;

    @Option(
            names = "--least",
            description = "name the least licence and the policy for it: of PERSON, of --persona, or for --wish")
    private boolean least;

    @Option(
            names = "--persona",
            paramLabel = "NAME",
            description = "show what a persona gives; with --least: what it takes")
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
        boolean aboutPerson = asked() == null;
        String person = aboutPerson ? person(terminal) : null;
        String directory = words.size() > (aboutPerson ? 1 : 0) ? words.getFirst() : ".";
        WorkspaceFolder open = WorkspaceFolder.open(terminal.resolve(directory), directory);
        Workspace workspace = open.workspace();
        Sources sources = new Sources(WorkspaceContext.of(terminal, open), workspace);
        LocalDate today = LocalDate.ofInstant(terminal.clock().instant(), ZoneId.systemDefault());
        Findings findings = new Findings();
        boolean json = format.value() == Format.JSON;
        if (all || right != null) {
            new Everybody(terminal, workspace, sources, today, findings).explain(right, json);
        } else if (policy != null) {
            new PolicyGives(terminal, workspace, sources).policy(policy, against, json);
        } else if (person != null) {
            Explanation explanation = Explanation.of(workspace, sources, person, today, findings);
            if (least) {
                new LeastAnswer(terminal, workspace).answer(explanation, json);
            } else {
                one(terminal, explanation, json);
            }
        } else if (least) {
            new LeastAnswer(terminal, workspace).answer(persona, wishes, json);
        } else if (persona != null) {
            new PolicyGives(terminal, workspace, sources).persona(persona, against, json);
        }
        return FindingsOutput.tell(terminal, findings);
    }

    /** The option that says what is asked, null when it is about a person; options that ask different things at once are a fault. */
    private @Nullable String asked() {
        List<String> questions = new ArrayList<>();
        if (right != null) {
            questions.add("--right");
        } else if (all) {
            questions.add("--all");
        }
        if (policy != null) {
            questions.add("--policy");
        }
        if (persona != null) {
            questions.add("--persona");
        }
        if (!wishes.isEmpty()) {
            questions.add("--wish");
        }
        if (questions.size() > 1) {
            throw usage(String.join(" and ", questions) + " ask different things", "Ask one at a time");
        }
        String question = questions.isEmpty() ? null : questions.getFirst();
        if (question != null && words.size() > 1) {
            throw usage(question + " is not about one person", "Leave " + words.getLast() + " out, or " + question);
        }
        if ("--wish".equals(question) && !least) {
            throw usage("--wish goes with --least", "Add --least");
        }
        if (least && question != null && !question.equals("--wish") && !question.equals("--persona")) {
            throw usage("--least goes with PERSON, --persona or --wish", "Leave " + question + " or --least out");
        }
        if (against != null && (least || (policy == null && persona == null))) {
            throw usage("--against goes with --policy or --persona", "Add one of them");
        }
        return question;
    }

    private static Fault usage(String message, String help) {
        return new Fault(Finding.of(Code.USAGE, message).help(help));
    }

    private String person(Terminal terminal) {
        if (words.size() > 2) {
            throw usage("one argument too many: '" + words.get(2) + "'", "calque explain tells about one person");
        }
        if (words.isEmpty() || (words.size() == 1 && WorkspaceFolder.isWorkspace(terminal.resolve(words.getFirst())))) {
            throw usage(
                    "no person is named",
                    "Name a person, or ask for --all, --right, --policy, --persona, or --least with --wish");
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
