package io.calque.security.file;

import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Who may read a file that is written. */
public enum Access {
    /** Its owner alone (mode 0600), whatever stood there before: for what holds names or telephone numbers of people. */
    OWNER,
    /** Whom the umask admits; a file that is replaced keeps its permissions. */
    USUAL;

    /**
     * What a file of this kind is made with, so that it is never open to others, not even for a moment.
     *
     * @param place where it is to be
     */
    public FileAttribute<?>[] attributes(Path place) {
        return this == OWNER
                        && place.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
