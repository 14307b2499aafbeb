package io.calque.cli;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Findings about the machine rather than about an input. */
final class Environment {
    private Environment() {}

    /** A file that can't be used, named from the folder that the person is in. */
    static Finding unusable(UncheckedIOException e, Path directory) {
        String what = e.getCause() instanceof FileSystemException file && file.getFile() != null
                ? shown(file.getFile(), directory) + ": "
                        + (file.getReason() == null ? describe(file) : plain(file.getReason()))
                : String.valueOf(e.getMessage());
        return Finding.of(Code.FILE_NOT_USABLE, what)
                .help("Check that the path exists, that you may use it and that the disk is not full");
    }

    /** A name that no file can have on this system. */
    static Finding impossible(InvalidPathException e) {
        return Finding.of(Code.FILE_NOT_USABLE, "'" + e.getInput() + "' can't be the name of a file")
                .help("Correct the name");
    }

    private static String shown(String file, Path directory) {
        Path path = Path.of(file);
        return path.startsWith(directory) && !path.equals(directory)
                ? directory.relativize(path).toString()
                : file;
    }

    /** The system's words, in those of this program. */
    private static String plain(String reason) {
        return switch (reason) {
            case "Is a directory" -> "is a folder";
            case "Not a directory" -> "not a folder";
            default -> Character.toLowerCase(reason.charAt(0)) + reason.substring(1);
        };
    }

    static Finding tooSmall() {
        return Finding.of(Code.OUT_OF_MEMORY, "not enough memory for this much input")
                .help("Give Java more: CALQUE_JAVA_OPTS=-Xmx8g calque …");
    }

    private static String describe(FileSystemException e) {
        return switch (e) {
            case java.nio.file.NoSuchFileException _ -> "no such file or folder";
            case java.nio.file.AccessDeniedException _ -> "permission denied";
            case java.nio.file.FileAlreadyExistsException _ -> "there is a file, and a folder is needed";
            case java.nio.file.NotDirectoryException _ -> "not a folder";
            case java.nio.file.DirectoryNotEmptyException _ -> "the folder is not empty";
            default -> e.getClass().getSimpleName();
        };
    }
}
