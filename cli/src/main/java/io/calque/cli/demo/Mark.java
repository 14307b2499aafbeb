package io.calque.cli.demo;

import io.calque.engine.folder.WorkspaceFolder;
import io.calque.security.file.SafeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** The mark of a folder that a demo made: which files it wrote, and how they were, so that nothing that a person changed is written over. */
final class Mark {
    private static final String FILE = WorkspaceFolder.STATE + "/demo";
    private static final String TITLE = "calque demo may write over these files as long as they are so";

    private Mark() {}

    /** Marks a folder. */
    static void leave(Path folder, Collection<String> files) {
        SafeFile.writeText(
                folder.resolve(FILE),
                files.stream().map(file -> state(folder, file)).collect(Collectors.joining("\n", TITLE + "\n", "\n")));
    }

    /** Whether a demo made the folder. */
    static boolean isOn(Path folder) {
        return Files.exists(folder.resolve(FILE));
    }

    /** The files of a marked folder that are not as the demo left them. */
    static List<String> changed(Path folder) {
        try {
            return Files.readAllLines(folder.resolve(FILE)).stream()
                    .skip(1)
                    .filter(line -> !line.isEmpty())
                    .filter(line -> !line.equals(state(folder, name(line))))
                    .map(Mark::name)
                    .filter(name -> Files.exists(folder.resolve(name)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(String line) {
        return line.split(" ", 2)[0];
    }

    /** Size and time: a list of a million people is not read for this. */
    private static String state(Path folder, String name) {
        Path file = folder.resolve(name);
        try {
            return Files.exists(file)
                    ? name + " " + Files.size(file) + " "
                            + Files.getLastModifiedTime(file).toMillis()
                    : name;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
