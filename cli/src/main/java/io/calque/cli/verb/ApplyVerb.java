package io.calque.cli.verb;

import io.calque.apply.RunResult;
import io.calque.cli.folder.Applying;
import io.calque.cli.folder.Folder;
import io.calque.cli.folder.PlanFile;
import io.calque.cli.folder.Sources;
import io.calque.cli.json.Json;
import io.calque.cli.terminal.Terminal;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import io.calque.plan.Plan;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Applies a saved plan, with a journal, and reads back what was written. */
@CommandLine.Command
final class ApplyVerb implements Action {
    /** What a plan can be applied to. */
    enum TargetWord {
        simulated,
        script,
        pool
    }

    @Parameters(paramLabel = "PLAN", description = "the plan file")
    private String file = "";

    @Option(
            names = "--target",
            paramLabel = "TARGET",
            description = "simulated (default), the pool that the workspace simulates; script, with -o; pool")
    private TargetWord target = TargetWord.simulated;

    @Option(names = "--resume", paramLabel = "RUN", description = "go on with a run that stopped or broke off")
    private @Nullable String resume;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE.ps1",
            description = "the script to write, with --target script")
    private @Nullable String output;

    @Mixin
    private WorkspaceOption workspace = new WorkspaceOption();

    @Mixin
    private FormatOption format = new FormatOption();

    @Override
    public Exit run(Terminal terminal) {
        Plan plan = PlanFile.read(file, terminal);
        return switch (target) {
            case simulated -> simulated(plan, terminal);
            case script -> ScriptVerb.write(plan, script(), format.value(), terminal);
            case pool ->
                throw new Fault(Finding.of(Code.UNSUPPORTED_SOURCE, "this version does not apply plans to a live pool")
                        .help("Write the plan as a script with calque script, and run it on the server"));
        };
    }

    private Exit simulated(Plan plan, Terminal terminal) {
        Folder folder = workspace.open(terminal);
        Sources sources = new Sources(folder, folder.workspace(), terminal);
        try (StopSignal stop = new StopSignal()) {
            RunResult result = Applying.simulated(sources, plan, resume, terminal, stop);
            if (format.value() == Format.JSON) {
                Json.line(terminal.out(), json -> RunText.json(result, json));
            } else {
                new RunText(terminal).print(result, file, folder.name());
            }
            terminal.out().flush();
            return result.isWhole() ? Exit.DONE : Exit.NO;
        }
    }

    private String script() {
        if (output == null) {
            throw new Fault(Finding.of(Code.USAGE, "--target script needs a file to write")
                    .help("Give it with -o FILE.ps1"));
        }
        return output;
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
