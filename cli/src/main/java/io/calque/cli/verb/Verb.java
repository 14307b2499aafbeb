package io.calque.cli.verb;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Every verb: the one place that the parser, the help, the completion and the documentation's test read. */
public enum Verb {
    /** Completion for shells. */
    COMPLETION(
            "completion",
            "write the completion script of a shell: bash, zsh or fish",
            "calque completion bash > ~/.local/share/bash-completion/completions/calque",
            Completion::new);

    private final String word;
    private final String summary;
    private final String example;

    @SuppressWarnings("ImmutableEnumChecker") // a constructor reference holds no state
    private final Supplier<Action> action;

    Verb(String word, String summary, String example, Supplier<Action> action) {
        this.word = word;
        this.summary = summary;
        this.example = example;
        this.action = action;
    }

    /** The verb with this word. */
    public static Optional<Verb> named(String word) {
        return Arrays.stream(values()).filter(v -> v.word.equals(word)).findFirst();
    }

    /** The words of all verbs, in the order in which the help shows them. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Verb::word).toList();
    }

    /** What people type. */
    public String word() {
        return word;
    }

    /** What it does, in a line. */
    public String summary() {
        return summary;
    }

    /** A command line that works as it stands. */
    public String example() {
        return example;
    }

    /** A new action, its options unset. */
    public Action action() {
        return action.get();
    }
}
