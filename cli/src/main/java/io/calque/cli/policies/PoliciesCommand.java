package io.calque.cli.policies;

import io.calque.catalogue.PolicyType;
import io.calque.catalogue.Value;
import io.calque.choice.Tree;
import io.calque.cli.command.Command;
import io.calque.cli.command.Exit;
import io.calque.cli.command.FileAnswer;
import io.calque.cli.command.FolderParameter;
import io.calque.cli.command.Format;
import io.calque.cli.command.FormatOption;
import io.calque.cli.terminal.Terminal;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import io.calque.engine.folder.WorkspaceFolder;
import io.calque.policy.Policy;
import io.calque.report.diagram.Mermaid;
import io.calque.report.diagram.SvgDiagram;
import io.calque.report.json.Json;
import io.calque.report.json.JsonObject;
import io.calque.report.page.ExcelFile;
import io.calque.report.table.CsvTable;
import io.calque.report.table.HtmlTable;
import io.calque.report.table.MarkdownTable;
import io.calque.report.table.PolicyTable;
import io.calque.security.file.Access;
import io.calque.workspace.DeclaredPolicy;
import io.calque.workspace.Workspace;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the complete table of policies, the decision diagram drawn from them, or asks its questions. */
@CommandLine.Command
public final class PoliciesCommand implements Command {
    private static final String LEGEND = "Marked values differ from the product's defaults.";

    enum Diagram {
        SVG,
        MERMAID
    }

    @Mixin
    private FolderParameter folder = new FolderParameter();

    @Option(names = "--type", paramLabel = "TYPE", description = "conferencing (default) or voice")
    private PolicyType type = PolicyType.CONFERENCING;

    @Option(
            names = "--diagram",
            paramLabel = "KIND",
            description = "svg or mermaid: the questions that tell the conferencing policies apart")
    private @Nullable Diagram diagram;

    @Option(names = "--guide", description = "ask the questions, and name the policy that fits or the one that would")
    private boolean guide;

    @Option(
            names = "--minimise",
            description = "tell equal, subsumed and unused policies and the smallest set that will do")
    private boolean minimise;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "save the answer to a file, which xlsx needs; with --minimise the plan that gets there")
    private @Nullable String output;

    @Mixin
    private FormatOption format = new FormatOption();

    @Override
    public Exit run(Terminal terminal) {
        refuseTwoQuestions();
        WorkspaceFolder open = folder.open(terminal);
        Workspace workspace = open.workspace();
        if (minimise) {
            return new SimplerPolicies(terminal, open, type).answer(output, format.value() == Format.JSON);
        }
        if (guide) {
            return new GuideDialogue(terminal)
                    .hold(workspace.licensing(), policies(workspace, PolicyType.CONFERENCING));
        }
        if (diagram != null) {
            Tree tree = Tree.of(workspace.licensing(), policies(workspace, PolicyType.CONFERENCING));
            String drawing = switch (diagram) {
                case SVG -> SvgDiagram.of("Which conferencing policy", tree);
                case MERMAID -> Mermaid.of(tree);
            };
            FileAnswer.print(
                    terminal, output, Access.USUAL, there -> there.out().print(drawing));
            return Exit.DONE;
        }
        PolicyTable table = new PolicyTable(workspace.version(), type, policies(workspace, type));
        if (format.value() == Format.XLSX) {
            FileAnswer.save(
                    terminal,
                    "policies",
                    Format.XLSX,
                    output,
                    Access.USUAL,
                    out -> ExcelFile.write(table.grid(), table.type().noun(), out));
        } else {
            FileAnswer.print(terminal, output, Access.USUAL, there -> print(there, table));
        }
        return Exit.DONE;
    }

    /** A dialogue and a drawing are no documents of another format, and no two of the questions are answered at once. */
    private void refuseTwoQuestions() {
        List<String> questions = Stream.of(
                        minimise ? "--minimise" : "", guide ? "--guide" : "", diagram != null ? "--diagram" : "")
                .filter(question -> !question.isEmpty())
                .toList();
        if (questions.size() > 1) {
            throw new Fault(Finding.of(Code.USAGE, String.join(" and ", questions) + " ask different things")
                    .help("Ask one at a time"));
        }
        if ((guide || diagram != null) && format.value() != Format.TEXT) {
            throw new Fault(Finding.of(
                            Code.USAGE,
                            questions.getFirst() + " does not write "
                                    + format.value().word())
                    .help("Leave --format out"));
        }
    }

    private void print(Terminal terminal, PolicyTable table) {
        switch (format.value()) {
            case TEXT -> new PolicyTableText(terminal, table.grid()).print();
            case CSV -> terminal.out().print(CsvTable.of(table.grid()));
            case MD -> terminal.out().print(MarkdownTable.of(table.grid()));
            case HTML -> terminal.out().print(HtmlTable.page(table.grid(), LEGEND));
            case JSON -> Json.line(terminal.out(), json -> json(table, json));
            case XLSX, PDF, SARIF, JUNIT, GITHUB -> throw new IllegalStateException("no text: " + format.value());
        }
    }

    private static List<Policy> policies(Workspace workspace, PolicyType type) {
        return workspace.policies().stream()
                .map(DeclaredPolicy::policy)
                .filter(policy -> policy.type() == type)
                .toList();
    }

    private static void json(PolicyTable table, JsonObject json) {
        json.put("product", table.version().id()).put("type", table.type().id());
        json.strings("policies", names(table.policies()));
        json.objects("settings", table.settings(), (setting, row) -> {
            row.put("setting", setting.name());
            row.put("default", setting.defaultValue().map(Value::print).orElse(null));
            row.object(
                    "values",
                    values -> table.policies()
                            .forEach(policy -> values.put(policy.identity().name(), table.value(policy, setting))));
            row.strings(
                    "differs",
                    names(table.policies().stream()
                            .filter(policy -> policy.differs(setting))
                            .toList()));
        });
    }

    private static List<String> names(List<Policy> policies) {
        return policies.stream().map(policy -> policy.identity().name()).toList();
    }

    @Override
    public Format format() {
        return format.value();
    }

    @Override
    public Set<Format> formats() {
        return Set.of(Format.TEXT, Format.CSV, Format.MD, Format.HTML, Format.XLSX, Format.JSON);
    }
}
