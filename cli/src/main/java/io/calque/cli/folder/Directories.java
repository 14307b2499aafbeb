package io.calque.cli.folder;

import io.calque.cli.terminal.Passwords;
import io.calque.cli.terminal.Terminal;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Findings;
import io.calque.directory.DirectorySettings;
import io.calque.directory.LdapPeople;
import io.calque.directory.SettingsReader;
import io.calque.directory.copy.FileCopyStore;
import io.calque.workspace.PeopleSpec;
import java.nio.file.Path;

/** The directory that a workspace names. */
public final class Directories {
    /** Where the copy of a directory's people is kept, in the workspace. */
    private static final String COPY = ".calque/people";

    private Directories() {}

    /**
     * The settings of the directory, its password fetched.
     *
     * @throws Fault with all that is wrong with them
     */
    public static DirectorySettings settings(PeopleSpec.Ldap spec, Path folder, Terminal terminal) {
        Findings findings = new Findings();
        Passwords passwords = new Passwords(terminal, folder);
        SettingsReader reader = new SettingsReader(
                folder::resolve, from -> passwords.fetch(from, "password for the directory"), findings);
        var settings = reader.read(spec.details());
        if (findings.hasErrors() || settings.isEmpty()) {
            throw new Fault(findings.sorted());
        }
        return settings.get();
    }

    /** The people of the directory; how their reading goes is told on the terminal. */
    public static LdapPeople people(PeopleSpec.Ldap spec, Path folder, Terminal terminal) {
        return new LdapPeople(
                settings(spec, folder, terminal), new FileCopyStore(folder.resolve(COPY)), new ReadingTold(terminal));
    }
}
