package io.calque.cli.verb;

import io.calque.catalogue.Catalogue;
import io.calque.catalogue.PolicyType;
import io.calque.catalogue.ProductVersion;
import io.calque.catalogue.Setting;
import io.calque.catalogue.Value;
import io.calque.cli.json.Json;
import io.calque.cli.json.JsonObject;
import io.calque.cli.table.CsvWriter;
import io.calque.cli.table.DataTable;
import io.calque.cli.table.DataTable.Cell;
import io.calque.cli.table.HtmlTable;
import io.calque.cli.table.MarkdownWriter;
import io.calque.cli.terminal.Terminal;
import io.calque.policy.Identity;
import io.calque.policy.Policy;
import io.calque.workspace.DeclaredPolicy;
import io.calque.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the complete table: policies across, every setting down, effective values, what differs from the default marked. */
@CommandLine.Command
final class PoliciesVerb implements Action {
    @Mixin
    private FolderParameter folder = new FolderParameter();

    @Option(names = "--type", paramLabel = "TYPE", description = "conferencing (default) or voice")
    private PolicyType type = PolicyType.CONFERENCING;

    @Mixin
    private FormatOption format = new FormatOption();

    @Override
    public Exit run(Terminal terminal) {
        Workspace workspace = folder.open(terminal).workspace();
        ProductVersion version = workspace.version();
        List<Policy> policies = workspace.policies().stream()
                .map(DeclaredPolicy::policy)
                .filter(policy -> policy.type() == type)
                .toList();
        List<Setting> settings = Catalogue.standard().settings(type, version);
        switch (format.value()) {
            case TEXT -> new PolicyTableText(terminal, table(version, policies, settings)).print();
            case CSV -> CsvWriter.write(table(version, policies, settings), terminal.out());
            case MD -> MarkdownWriter.write(table(version, policies, settings), terminal.out());
            case HTML -> HtmlTable.page(table(version, policies, settings), terminal.out());
            case JSON -> Json.line(terminal.out(), json -> json(json, version, policies, settings));
            case XLSX, PDF -> throw new IllegalStateException("not among the formats of this verb");
        }
        return Exit.DONE;
    }

    private DataTable table(ProductVersion version, List<Policy> policies, List<Setting> settings) {
        List<String> headings = new ArrayList<>(List.of("setting"));
        policies.forEach(policy -> headings.add(name(policy)));
        List<List<Cell>> rows = new ArrayList<>();
        for (Setting setting : settings) {
            List<Cell> row = new ArrayList<>(List.of(Cell.of(setting.name())));
            policies.forEach(policy -> row.add(new Cell(value(policy, setting), policy.differs(setting))));
            rows.add(row);
        }
        String title = type == PolicyType.CONFERENCING ? "Conferencing policies" : "Voice policies";
        return new DataTable(title + ", " + version.title(), headings, rows);
    }

    private void json(JsonObject json, ProductVersion version, List<Policy> policies, List<Setting> settings) {
        json.put("product", version.id()).put("type", type.id());
        json.strings("policies", policies.stream().map(PoliciesVerb::name).toList());
        json.objects("settings", settings, (setting, row) -> {
            row.put("setting", setting.name());
            row.put("default", setting.defaultValue().map(Value::print).orElse(null));
            row.object("values", values -> policies.forEach(p -> values.put(name(p), value(p, setting))));
            row.strings(
                    "differs",
                    policies.stream()
                            .filter(p -> p.differs(setting))
                            .map(PoliciesVerb::name)
                            .toList());
        });
    }

    /** User policies go by their bare name here, as in the workspace's files. */
    private static String name(Policy policy) {
        return policy.identity() instanceof Identity.Tag(String name) ? name : policy.identity().print();
    }

    private static String value(Policy policy, Setting setting) {
        return policy.value(setting).map(Value::print).orElse("");
    }

    @Override
    public Format format() {
        return format.value();
    }

    @Override
    public Set<Format> formats() {
        return Set.of(Format.TEXT, Format.CSV, Format.MD, Format.HTML, Format.JSON);
    }
}
