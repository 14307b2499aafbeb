package io.calque.security.file;

import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** A file with a secret is open to other accounts. */
public final class OpenFileException extends FileSystemException {
    private static final long serialVersionUID = 1L;

    private final String permissions;

    OpenFileException(Path file, String permissions) {
        super(file.toString(), null, "it is open to other accounts (" + permissions + ")");
        this.permissions = permissions;
    }

    /** As {@code ls} shows them: {@code rw-r--r--}. */
    public String permissions() {
        return permissions;
    }

    /** The command that closes it. */
    public String remedy() {
        return "chmod 600 " + getFile();
    }
}
