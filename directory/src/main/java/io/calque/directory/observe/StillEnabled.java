package io.calque.directory.observe;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.people.Identifiers;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** People whose account is disabled in the directory and who are still enabled on the server: they hold licences and numbers. */
final class StillEnabled {
    private static final int NAMED = 10;

    private final TreeSet<String> names = new TreeSet<>();
    private int count;

    void add(Identifiers person) {
        count++;
        names.add(person.title());
        if (names.size() > NAMED) {
            names.pollLast();
        }
    }

    void report(Findings findings) {
        if (count > 0) {
            String some = names.stream().collect(Collectors.joining(", "));
            String more = count > names.size() ? " and " + (count - names.size()) + " more" : "";
            findings.add(
                    Finding.of(
                                    Code.DISABLED_STILL_ENABLED,
                                    (count == 1 ? "1 account is" : count + " accounts are")
                                            + " disabled in the directory and still enabled on the server: " + some
                                            + more)
                            .help(
                                    "Where they are leavers: Disable-CsUser, or Set-CsUser -Enabled $false to keep their settings"));
        }
    }
}
