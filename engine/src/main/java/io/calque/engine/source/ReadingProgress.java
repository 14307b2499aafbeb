package io.calque.engine.source;

import io.calque.directory.LdapPeople;
import io.calque.directory.change.Outcome;
import io.calque.engine.context.Progress;

/** Reports how a reading of the directory goes, and in one line what it took. */
final class ReadingProgress implements LdapPeople.Listener {
    private final Progress progress;
    private final Progress.Work work;

    ReadingProgress(Progress progress) {
        this.progress = progress;
        this.work = progress.begin("reading the directory");
    }

    @Override
    public void read(long people) {
        work.at(people, 0);
    }

    @Override
    public void done(Outcome outcome) {
        work.close();
        progress.remark(outcome.told());
    }
}
