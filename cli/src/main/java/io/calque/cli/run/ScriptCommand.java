package io.calque.cli.run;

import io.calque.cli.command.Command;
import io.calque.cli.command.Exit;
import io.calque.cli.command.Format;
import io.calque.cli.command.FormatOption;
import io.calque.cli.terminal.Printable;
import io.calque.cli.terminal.Terminal;
import io.calque.engine.Scripting;
import io.calque.engine.folder.PlanFile;
import io.calque.plan.Plan;
import io.calque.report.json.Json;
import io.calque.report.text.Amount;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a plan as a PowerShell script. */
@CommandLine.Command
public final class ScriptCommand implements Command {
    @Parameters(paramLabel = "PLAN", description = "the plan file")
    private String file = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE.ps1",
            required = true,
            description = "the script to write")
    private String output = "";

    @Mixin
    private FormatOption format = new FormatOption();

    @Override
    public Exit run(Terminal terminal) {
        Plan plan = PlanFile.read(terminal.resolve(file), file);
        Scripting.write(plan, terminal.resolve(output), output);
        if (format.value() == Format.JSON) {
            Json.line(
                    terminal.out(),
                    json -> json.put("script", output)
                            .put("steps", plan.header().steps()));
        } else {
            terminal.out()
                    .println(Amount.of(plan.header().steps(), "step is", "steps are") + " in "
                            + Printable.of(output)
                            + ". On a computer with the server's management shell, first with -WhatIf:");
            terminal.out().println("  powershell -File " + Printable.argument(output) + " -WhatIf");
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
