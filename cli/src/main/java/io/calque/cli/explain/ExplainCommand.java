package io.calque.cli.explain;

import io.calque.cli.command.Command;
import io.calque.cli.command.Exit;
import io.calque.cli.command.FindingsOutput;
import io.calque.cli.command.Format;
import io.calque.cli.command.FormatOption;
import io.calque.cli.terminal.Terminal;
import io.calque.cli.terminal.WorkspaceContext;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import io.calque.engine.Answer;
import io.calque.engine.Explaining;
import io.calque.engine.folder.WorkspaceFolder;
import io.calque.explain.ExplainAllReport;
import io.calque.explain.ExplainPolicyReport;
import io.calque.explain.Explanation;
import io.calque.explain.LeastLicence;
import io.calque.report.json.ExplainAllJson;
import io.calque.report.json.ExplainPolicyJson;
import io.calque.report.json.ExplanationJson;
import io.calque.report.json.Json;
import io.calque.report.json.LeastLicenceJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
public final class ExplainCommand implements Command {
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
        Explaining explaining = new Explaining(WorkspaceContext.of(terminal, open));
        if (all || right != null) {
            return everybody(terminal, explaining);
        }
        if (person != null) {
            return person(terminal, explaining, person);
        }
        if (least) {
            least(terminal, persona == null ? explaining.leastOfWishes(wishes) : explaining.leastOfPersona(persona));
        } else {
            policy(
                    terminal,
                    policy == null
                            ? explaining.persona(Objects.requireNonNull(persona), against)
                            : explaining.policy(policy, against));
        }
        return Exit.DONE;
    }

    private Exit everybody(Terminal terminal, Explaining explaining) {
        String meant = right == null ? null : explaining.right(right);
        Answer<ExplainAllReport> answer = explaining.everybody();
        if (format.value() == Format.JSON) {
            ExplainAllJson.write(answer.value(), meant, terminal.out());
        } else if (meant == null) {
            new ExplainAllText(terminal, answer.value()).summary();
        } else {
            new ExplainAllText(terminal, answer.value()).holders(meant);
        }
        return FindingsOutput.tell(terminal, answer.findings());
    }

    private Exit person(Terminal terminal, Explaining explaining, String name) {
        Answer<Explanation> answer = explaining.person(name);
        if (least) {
            least(terminal, explaining.least(answer.value()));
        } else if (format.value() == Format.JSON) {
            Json.line(terminal.out(), new ExplanationJson(answer.value())::write);
        } else {
            new ExplanationText(terminal, answer.value()).print();
        }
        return FindingsOutput.tell(terminal, answer.findings());
    }

    private void least(Terminal terminal, LeastLicence answer) {
        if (format.value() == Format.JSON) {
            Json.line(terminal.out(), json -> LeastLicenceJson.write(answer, json));
        } else {
            new LeastLicenceText(terminal).print(answer);
        }
    }

    private void policy(Terminal terminal, ExplainPolicyReport report) {
        if (format.value() == Format.JSON) {
            Json.line(terminal.out(), json -> ExplainPolicyJson.write(report, json));
        } else {
            new ExplainPolicyText(terminal).print(report);
        }
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

    @Override
    public Format format() {
        return format.value();
    }

    @Override
    public Set<Format> formats() {
        return Set.of(Format.TEXT, Format.JSON);
    }
}
