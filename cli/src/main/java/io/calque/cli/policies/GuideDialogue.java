package io.calque.cli.policies;

import io.calque.catalogue.Value;
import io.calque.choice.Guide;
import io.calque.cli.command.Exit;
import io.calque.cli.terminal.Ink;
import io.calque.cli.terminal.Printable;
import io.calque.cli.terminal.Terminal;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import io.calque.policy.Licensing;
import io.calque.policy.Policy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Holds the guide's dialogue: questions on standard error, answers from standard input, the outcome on standard output. */
final class GuideDialogue {
    private final Terminal terminal;
    private final Ink ink;

    GuideDialogue(Terminal terminal) {
        this.terminal = terminal;
        this.ink = terminal.errInk();
    }

    Exit hold(Licensing licensing, List<Policy> policies) {
        Guide guide = Guide.over(licensing, policies);
        while (true) {
            switch (guide.next()) {
                case Guide.Step.Ask(var question, List<String> options) ->
                    guide = guide.answer(ask(question.text(), options));
                case Guide.Step.Fits(List<Policy> fitting) -> {
                    terminal.out()
                            .println(fitting.stream()
                                    .map(policy ->
                                            Printable.of(policy.identity().name()))
                                    .collect(Collectors.joining(" or ")));
                    return Exit.DONE;
                }
                case Guide.Step.NoneFits none -> {
                    tell(none);
                    return Exit.NO;
                }
            }
        }
    }

    private String ask(String question, List<String> options) {
        String choices = IntStream.range(0, options.size())
                .mapToObj(i -> (i + 1) + " " + options.get(i))
                .collect(Collectors.joining(", "));
        while (true) {
            terminal.err().print(ink.bold(Printable.of(question)) + " [" + Printable.of(choices) + "] ");
            terminal.err().flush();
            String line = read();
            if (!terminal.attached().in()) {
                terminal.err().println(Printable.of(line));
            }
            Optional<String> chosen = chosen(line.strip(), options);
            if (chosen.isPresent()) {
                return chosen.get();
            }
            terminal.err().println("'" + Printable.of(line) + "' is none of the answers.");
        }
    }

    private String read() {
        try {
            String line = terminal.in().readLine();
            if (line == null) {
                terminal.err().println();
                throw new Fault(Finding.of(Code.USAGE, "the questions end before they are answered")
                        .help("Answer on a terminal, or give one answer a line on standard input"));
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An answer by its number, its word or the beginning of its word. */
    private static Optional<String> chosen(String line, List<String> options) {
        if (line.isEmpty()) {
            return Optional.empty();
        }
        for (int i = 0; i < options.size(); i++) {
            if (line.equals(Integer.toString(i + 1))) {
                return Optional.of(options.get(i));
            }
        }
        List<String> begun = options.stream()
                .filter(option -> option.regionMatches(true, 0, line, 0, line.length()))
                .toList();
        return begun.size() == 1 ? Optional.of(begun.getFirst()) : Optional.empty();
    }

    private void tell(Guide.Step.NoneFits none) {
        terminal.out().println("No policy fits. This one would; it needs " + none.licences() + ":");
        terminal.out().println();
        terminal.out().println("  " + none.policy().identity().name() + ":");
        terminal.out()
                .println("    licences: [" + String.join(", ", none.licences().ids()) + "]");
        terminal.out()
                .println("    settings: "
                        + none.policy().settings().entrySet().stream()
                                .map(entry -> entry.getKey() + ": " + yaml(entry.getValue()))
                                .collect(Collectors.joining(", ", "{", "}")));
        none.open()
                .forEach(entitlement -> terminal.out()
                        .println("No setting of this version can deny: "
                                + entitlement.right().label()));
    }

    private static String yaml(Value value) {
        return switch (value) {
            case Value.Flag(boolean on) -> on ? "true" : "false";
            case Value.Int _, Value.Text _, Value.Texts _ -> value.print();
        };
    }
}
