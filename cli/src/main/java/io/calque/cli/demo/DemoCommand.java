package io.calque.cli.demo;

import io.calque.cli.command.Command;
import io.calque.cli.command.Exit;
import io.calque.cli.command.Format;
import io.calque.cli.command.FormatOption;
import io.calque.cli.terminal.Terminal;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import io.calque.report.json.Json;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the whole chain on a sample company. */
@CommandLine.Command
public final class DemoCommand implements Command {
    @Parameters(
            paramLabel = "DIR",
            arity = "0..1",
            description = "the folder to write; calque-demo where none is given")
    private String folder = "calque-demo";

    @Option(names = "--people", paramLabel = "N", description = "how many people the company has; 1000 where not given")
    private int people = 1000;

    @Mixin
    private FormatOption format = new FormatOption();

    @Override
    public Exit run(Terminal terminal) {
        if (people < 1 || people > SampleCompany.MOST) {
            throw new Fault(Finding.of(Code.USAGE, "a company of " + people + " people can't be shown")
                    .help("--people takes 1 to " + SampleCompany.MOST));
        }
        Demo.Outcome outcome =
                new Demo(terminal, folder, new SampleCompany(people), format.value() == Format.TEXT).run();
        if (format.value() == Format.JSON) {
            Json.line(
                    terminal.out(),
                    json -> json.put("workspace", folder)
                            .put("people", (long) people)
                            .put("steps", outcome.steps())
                            .put("drifted", outcome.differences())
                            .put("excess", outcome.excess())
                            .strings("files", outcome.files()));
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
