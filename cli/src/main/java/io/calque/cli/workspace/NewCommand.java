package io.calque.cli.workspace;

import io.calque.catalogue.ProductVersion;
import io.calque.cli.command.Command;
import io.calque.cli.command.Exit;
import io.calque.cli.command.Format;
import io.calque.cli.command.FormatOption;
import io.calque.cli.terminal.Printable;
import io.calque.cli.terminal.Terminal;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import io.calque.engine.folder.NewWorkspace;
import io.calque.report.json.Json;
import io.calque.source.NearMiss;
import io.calque.workspace.Template;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a workspace. */
@CommandLine.Command
public final class NewCommand implements Command {
    @Parameters(paramLabel = "DIR", description = "the folder; made where there is none")
    private String folder = ".";

    @Option(
            names = "--product",
            paramLabel = "VERSION",
            description = "sfb-se (default), sfb-2019, sfb-2015, lync-2013 or lync-2010")
    private String product = ProductVersion.SFB_SE.id();

    @Option(names = "--example", description = "put eleven people into people.csv, to try the other commands with")
    private boolean example;

    @Mixin
    private FormatOption format = new FormatOption();

    @Override
    public Exit run(Terminal terminal) {
        ProductVersion version = ProductVersion.of(product)
                .orElseThrow(() -> new Fault(Finding.of(Code.USAGE, "there is no product version '" + product + "'")
                        .help(NearMiss.help(product, ProductVersion.ids()))));
        Map<String, String> files = example ? Template.example(version) : Template.files(version);
        NewWorkspace.write(terminal.resolve(folder), files);
        if (format.value() == Format.JSON) {
            Json.line(
                    terminal.out(),
                    json -> json.put("workspace", folder)
                            .put("product", version.id())
                            .strings("files", files.keySet()));
        } else {
            terminal.out().println("A workspace for " + version.title() + " is in " + Printable.of(folder) + ":");
            files.keySet().forEach(name -> terminal.out().println("  " + name));
            terminal.out()
                    .println((example ? "Eleven people are in people.csv. Next" : "Put people into people.csv, then")
                            + ": calque check " + Printable.argument(folder));
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
