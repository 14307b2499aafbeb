package io.calque.cli.terminal;

import io.calque.engine.context.Progress;

/** Shows on standard error how work gets on. */
final class TerminalProgress implements Progress {
    private final Terminal terminal;

    TerminalProgress(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Work begin(String what) {
        return ProgressLine.of(terminal, what);
    }

    @Override
    public void remark(String sentence) {
        terminal.err().println("calque: " + sentence);
    }
}
