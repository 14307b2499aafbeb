package io.calque.cli.server;

import io.calque.cli.command.Command;
import io.calque.cli.command.Exit;
import io.calque.cli.command.FindingsOutput;
import io.calque.cli.command.FolderParameter;
import io.calque.cli.command.Format;
import io.calque.cli.command.FormatOption;
import io.calque.cli.terminal.FindingText;
import io.calque.cli.terminal.Terminal;
import io.calque.cli.terminal.TextTable;
import io.calque.cli.terminal.WorkspaceContext;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.directory.ConnectionTest;
import io.calque.directory.DirectorySettings;
import io.calque.directory.LdapPeople;
import io.calque.directory.StepResult;
import io.calque.directory.change.Outcome;
import io.calque.directory.change.ReadMode;
import io.calque.directory.connect.Address;
import io.calque.engine.folder.WorkspaceFolder;
import io.calque.engine.source.Directories;
import io.calque.people.RequiredFact;
import io.calque.report.json.Json;
import io.calque.report.json.JsonObject;
import io.calque.report.text.Amount;
import io.calque.workspace.PeopleSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tries the directory of a workspace step by step, the answer is no when a step of any server fails; or reads it into the kept copy. */
@CommandLine.Command
public final class DirectoryCommand implements Command {
    @Mixin
    private FolderParameter folder = new FolderParameter();

    @Mixin
    private FormatOption format = new FormatOption();

    @Option(
            names = "--read",
            description = "bring the kept copy of its people up to date, so that later commands need not")
    private boolean read;

    @Override
    public Exit run(Terminal terminal) {
        WorkspaceFolder open = folder.open(terminal);
        if (!(open.workspace().people().orElse(null) instanceof PeopleSpec.Ldap ldap)) {
            throw new Fault(Finding.of(Code.USAGE, "the people of this workspace do not come from a directory")
                    .help("Write people: {ldap: {…}} in calque.yaml; docs/directory.md shows how"));
        }
        return read ? read(ldap, open, terminal) : test(ldap, open, terminal);
    }

    private Exit read(PeopleSpec.Ldap ldap, WorkspaceFolder open, Terminal terminal) {
        Findings findings = new Findings();
        LdapPeople people = Directories.people(ldap, WorkspaceContext.of(terminal, open));
        Outcome outcome = people.refresh(open.workspace().interest(), findings);
        long count = LdapPeople.count(outcome);
        if (format.value() == Format.JSON) {
            Json.line(terminal.out(), json -> outcome(outcome, json.put("people", count)));
        } else {
            terminal.out().println(Amount.of(count, "person", "people") + " in the kept copy.");
        }
        return FindingsOutput.tell(terminal, findings);
    }

    private static void outcome(Outcome outcome, JsonObject json) {
        switch (outcome.mode()) {
            case ReadMode.Full(long read, String because) ->
                json.put("read", "everybody")
                        .put("because", because)
                        .put("changed", read)
                        .put("gone", 0);
            case ReadMode.Changes(int changed, int gone, var _) ->
                json.put("read", "changes")
                        .putNull("because")
                        .put("changed", changed)
                        .put("gone", gone);
        }
    }

    private Exit test(PeopleSpec.Ldap ldap, WorkspaceFolder open, Terminal terminal) {
        DirectorySettings settings = Directories.settings(ldap, WorkspaceContext.of(terminal, open));
        ConnectionTest test =
                new ConnectionTest(settings, open.workspace().interest().all(RequiredFact.Kind.GROUP));
        Map<Address, List<StepResult>> results = new LinkedHashMap<>();
        settings.connection().servers().forEach(server -> results.put(server, test.run(server)));
        if (format.value() == Format.JSON) {
            Json.line(terminal.out(), json -> json.objects("servers", results.entrySet(), DirectoryCommand::server));
        } else {
            results.forEach((server, steps) -> text(terminal, server, steps));
        }
        return results.values().stream().flatMap(List::stream).allMatch(StepResult.Passed.class::isInstance)
                ? Exit.DONE
                : Exit.NO;
    }

    private static void server(Map.Entry<Address, List<StepResult>> server, JsonObject json) {
        json.put("server", server.getKey().toString()).objects("steps", server.getValue(), DirectoryCommand::step);
    }

    private static void step(StepResult result, JsonObject json) {
        json.put("step", result.step().word());
        switch (result) {
            case StepResult.Passed(var _, var detail) ->
                json.put("outcome", "passed").put("detail", detail).objects("findings", List.of(), Json::finding);
            case StepResult.Failed(var _, var findings) ->
                json.put("outcome", "failed").putNull("detail").objects("findings", findings, Json::finding);
            case StepResult.NotTried _ ->
                json.put("outcome", "not-tried").putNull("detail").objects("findings", List.of(), Json::finding);
        }
    }

    private static void text(Terminal terminal, Address server, List<StepResult> steps) {
        terminal.out().println(terminal.outInk().bold(server.toString()));
        TextTable table = TextTable.of("step", "outcome", "found");
        List<Finding> findings = new ArrayList<>();
        for (StepResult result : steps) {
            switch (result) {
                case StepResult.Passed(var step, var detail) -> table.row(step.word(), "passed", detail);
                case StepResult.Failed(var step, var why) -> {
                    table.row(step.word(), "failed", "");
                    findings.addAll(why);
                }
                case StepResult.NotTried(var step) -> table.row(step.word(), "not tried", "");
            }
        }
        table.print(terminal.out(), terminal.outInk());
        terminal.out().flush();
        new FindingText(terminal.err(), terminal.errInk()).print(findings);
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
