package io.calque.cli.folder;

import io.calque.cli.terminal.Progress;
import io.calque.cli.terminal.Terminal;
import io.calque.directory.LdapPeople;
import io.calque.directory.change.Outcome;

/** Tells on the terminal how a reading of the directory goes, and in one line what it took. */
final class ReadingTold implements LdapPeople.Listener {
    private final Terminal terminal;
    private final Progress progress;

    ReadingTold(Terminal terminal) {
        this.terminal = terminal;
        this.progress = Progress.of(terminal, "reading the directory");
    }

    @Override
    public void read(long people) {
        progress.at(people, 0);
    }

    @Override
    public void done(Outcome outcome) {
        progress.close();
        terminal.err().println("calque: " + outcome.told());
    }
}
