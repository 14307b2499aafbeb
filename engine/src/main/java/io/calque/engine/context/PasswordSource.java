package io.calque.engine.context;

import io.calque.directory.PasswordFrom;
import io.calque.security.secret.Secret;
import java.nio.file.Path;

/** Fetches passwords from where settings say. */
@FunctionalInterface
public interface PasswordSource {
    /**
     * A password; the caller closes it.
     *
     * @param from where it comes from
     * @param folder the folder that a file's path is relative to
     * @param question what to ask a person, where one is to be asked
     * @throws io.calque.diagnostic.Fault when there is none
     */
    Secret fetch(PasswordFrom from, Path folder, String question);
}
