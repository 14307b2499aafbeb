package io.calque.cli.terminal;

import io.calque.engine.context.Cancellation;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/**
 * The outside world of one run of the program. Every command gets it and uses nothing else for input and output, so that script tests run
 * commands in-process. Not thread-safe: one thread prints.
 *
 * @param out standard output: what was asked for and nothing else
 * @param err standard error: findings, progress, hints
 * @param in standard input
 * @param attached which streams are attached to a person's terminal
 * @param width the terminal's width in columns
 * @param directory the folder that relative paths start from
 * @param environment the environment variables
 * @param clock the time
 * @param cancellation whether somebody wants the program to end
 */
public record Terminal(
        PrintWriter out,
        PrintWriter err,
        BufferedReader in,
        Attached attached,
        int width,
        Path directory,
        Map<String, String> environment,
        InstantSource clock,
        Cancellation cancellation) {

    /**
     * Which streams are attached to a terminal.
     *
     * @param in standard input
     * @param out standard output
     * @param err standard error
     */
    public record Attached(boolean in, boolean out, boolean err) {
        /** No stream is: a pipe, a file, a job of a build server. */
        public static final Attached NONE = new Attached(false, false, false);
    }

    public Terminal {
        environment = Map.copyOf(environment);
    }

    /**
     * Standard error, once all that was printed to standard output is out: where both end in one place, a finding must not stand in the
     * middle of a word of the answer.
     */
    @Override
    public PrintWriter err() {
        out.flush();
        return err;
    }

    /** The path that a person wrote, against the folder they are in. */
    public Path resolve(String path) {
        return directory.resolve(path).normalize();
    }

    /** The same world, with a file in the place of standard output. */
    public Terminal printingTo(PrintWriter file) {
        Attached files = new Attached(attached.in(), false, attached.err());
        return new Terminal(file, err, in, files, width, directory, environment, clock, cancellation);
    }

    /** Colours for standard output, if it is a terminal and nobody asked for none. */
    public Ink outInk() {
        return Ink.of(attached.out() && wantsColour());
    }

    /** Colours for standard error, if it is a terminal and nobody asked for none. */
    public Ink errInk() {
        return Ink.of(attached.err() && wantsColour());
    }

    /** Whether questions can be asked: somebody reads them and can type an answer. */
    public boolean interactive() {
        return attached.in() && attached.err();
    }

    /** Colours are off where {@code NO_COLOR} is set to anything (no-color.org) and on dumb terminals. */
    private boolean wantsColour() {
        return environment.getOrDefault("NO_COLOR", "").isEmpty() && !"dumb".equals(environment.get("TERM"));
    }
}
