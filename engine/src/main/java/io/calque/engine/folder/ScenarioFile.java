package io.calque.engine.folder;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.meeting.Scenario;
import io.calque.scenario.ScenarioReader;
import io.calque.source.Node;
import io.calque.source.Yaml;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** A scenario file on the disk. */
public final class ScenarioFile {
    private ScenarioFile() {}

    /**
     * Reads a scenario. A workspace that it leans on is looked for beside the scenario's file.
     *
     * @param name the file as the person wrote it, for messages
     * @param folders opens a folder by its path
     * @throws Fault with everything that is wrong
     */
    public static Scenario read(Path path, String name, Function<String, WorkspaceFolder> folders) {
        if (!Files.isRegularFile(path)) {
            throw new Fault(Finding.of(Code.UNREADABLE_FILE, "there is no file " + name)
                    .help("Name a file that holds one scenario; calque check plays those of a workspace's tests.yaml"));
        }
        Findings findings = new Findings();
        Optional<Node> root = Yaml.read(name, new RegularFile(path), findings);
        Path beside = path.toAbsolutePath().getParent();
        Optional<Scenario> scenario = root.flatMap(node -> ScenarioReader.read(
                node,
                (folder, _, told) -> folders.apply(
                                beside == null ? folder : beside.resolve(folder).toString())
                        .read(told),
                findings));
        if (findings.hasErrors() || scenario.isEmpty()) {
            throw new Fault(findings.sorted());
        }
        return scenario.get();
    }
}
