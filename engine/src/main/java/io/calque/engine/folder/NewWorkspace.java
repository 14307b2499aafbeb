package io.calque.engine.folder;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import io.calque.security.file.SafeFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Puts a new workspace's files into a folder. */
public final class NewWorkspace {
    private NewWorkspace() {}

    /**
     * Writes files into a folder, which is made where there is none; also a {@code .gitignore} for what is no source.
     *
     * @throws Fault when one of the files is there already; nothing is written then
     */
    public static void write(Path folder, Map<String, String> files) {
        List<String> taken = files.keySet().stream()
                .filter(name -> Files.exists(folder.resolve(name)))
                .toList();
        if (!taken.isEmpty()) {
            throw new Fault(Finding.of(
                            Code.FILE_NOT_USABLE,
                            taken.stream().collect(Collectors.joining(", ")) + (taken.size() == 1 ? " is" : " are")
                                    + " there already")
                    .help("Choose an empty folder: a workspace is never written over"));
        }
        files.forEach((name, text) -> SafeFile.writeText(folder.resolve(name), text));
        if (!Files.exists(folder.resolve(".gitignore"))) {
            SafeFile.writeText(folder.resolve(".gitignore"), WorkspaceFolder.ignored());
        }
    }
}
