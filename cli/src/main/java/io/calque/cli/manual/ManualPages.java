package io.calque.cli.manual;

import io.calque.cli.commands.CommandLines;
import io.calque.cli.commands.Commands;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/** Pages for {@code man}: one for the program and one for each command. */
public final class ManualPages {
    private static final int UNBROKEN = 2000;
    private static final List<String> STATUSES = List.of(
            "done, nothing to report",
            "could not do it: a wrong command line, input that can't be read, or a fault of the environment",
            "completed; found errors, drift or a refused limit");

    private final String version;

    /** Pages for a version of the program, such as {@code 1.2.3}. */
    public ManualPages(String version) {
        this.version = version;
    }

    /** File name to page, in the order of the help. */
    public Map<String, String> all() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("calque.1", program());
        Arrays.stream(Commands.values()).forEach(entry -> pages.put("calque-" + entry.word() + ".1", of(entry)));
        return pages;
    }

    private String program() {
        Roff page = begin("calque", "licence-driven policy for Lync and Skype for Business Server")
                .section("SYNOPSIS")
                .line("calque COMMAND [OPTION...]")
                .section("COMMANDS");
        Arrays.stream(Commands.values()).forEach(entry -> page.term("calque-" + entry.word() + "(1)", entry.summary()));
        return end(page).toString();
    }

    private String of(Commands entry) {
        CommandSpec spec = CommandLines.of(entry, entry.command()).getCommandSpec();
        spec.usageMessage().width(UNBROKEN);
        Roff page = begin("calque-" + entry.word(), entry.summary())
                .section("SYNOPSIS")
                .line(new Help(spec, Help.defaultColorScheme(Ansi.OFF))
                        .synopsis(0)
                        .strip())
                .section("OPTIONS");
        spec.positionalParameters().forEach(each -> page.term(each.paramLabel(), joined(each.description())));
        spec.options().forEach(option -> {
            String names = String.join(", ", option.names());
            page.term(
                    option.arity().max() == 0 ? names : names + " " + option.paramLabel(),
                    joined(option.description()));
        });
        page.section("EXAMPLES").verbatim(List.of(entry.example()));
        return end(page).section("SEE ALSO").line("calque(1)").toString();
    }

    private Roff begin(String name, String summary) {
        return new Roff()
                .title(name.toUpperCase(Locale.ROOT), "Calque " + version)
                .section("NAME")
                .line(name + " - " + summary);
    }

    private static Roff end(Roff page) {
        page.section("EXIT STATUS");
        for (int status = 0; status < STATUSES.size(); status++) {
            page.term(String.valueOf(status), STATUSES.get(status));
        }
        return page;
    }

    private static String joined(String... description) {
        return String.join(
                " ", Stream.of(description).map(text -> text.replace("%%", "%")).toList());
    }
}
