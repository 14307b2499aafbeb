package io.calque.engine.source;

import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Findings;
import io.calque.directory.DirectorySettings;
import io.calque.directory.LdapPeople;
import io.calque.directory.SettingsReader;
import io.calque.directory.copy.FileCopyStore;
import io.calque.engine.context.Context;
import io.calque.workspace.PeopleSpec;
import java.nio.file.Path;

/** The directory that a workspace names. */
public final class Directories {
    private Directories() {}

    /**
     * The settings of the directory, its password fetched.
     *
     * @throws Fault with all that is wrong with them
     */
    public static DirectorySettings settings(PeopleSpec.Ldap spec, Context context) {
        Findings findings = new Findings();
        Path folder = context.folder().path();
        SettingsReader reader =
                new SettingsReader(folder::resolve, new WorkspaceSecrets(context.secrets(), folder), findings);
        var settings = reader.read(spec.details());
        if (findings.hasErrors() || settings.isEmpty()) {
            throw new Fault(findings.sorted());
        }
        return settings.get();
    }

    /**
     * The people of the directory. The context's progress receives where a connection goes, before there is one, and how the reading goes.
     */
    public static LdapPeople people(PeopleSpec.Ldap spec, Context context) {
        DirectorySettings settings = settings(spec, context);
        context.progress().remark("connecting to " + settings.connection().told());
        return new LdapPeople(
                settings, new FileCopyStore(context.folder().directoryCopy()), new ReadingProgress(context.progress()));
    }
}
