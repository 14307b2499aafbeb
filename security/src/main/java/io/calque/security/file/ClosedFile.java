package io.calque.security.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files with secrets: passwords, Kerberos keys, tickets. */
public final class ClosedFile {
    private static final Set<PosixFilePermission> OTHERS = PosixFilePermissions.fromString("---rwxrwx");
    private static final Set<PosixFilePermission> OTHERS_WRITE = PosixFilePermissions.fromString("----w--w-");

    private ClosedFile() {}

    /**
     * Refuses a file that the group or others may read, change or run, where the file system knows owner, group and others.
     *
     * @throws OpenFileException when they may
     * @throws IOException when the file is not there or can't be looked at
     */
    public static void require(Path file) throws IOException {
        refuse(file, OTHERS);
    }

    /**
     * Refuses a file that the group or others may change: it decides where secrets go.
     *
     * @throws OpenFileException when they may
     * @throws IOException when the file is not there or can't be looked at
     */
    public static void requireUnchangeable(Path file) throws IOException {
        refuse(file, OTHERS_WRITE);
    }

    private static void refuse(Path file, Set<PosixFilePermission> refused) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view == null) {
            return;
        }
        Set<PosixFilePermission> permissions = view.readAttributes().permissions();
        if (permissions.stream().anyMatch(refused::contains)) {
            throw new OpenFileException(file, PosixFilePermissions.toString(permissions));
        }
    }
}
