package io.calque.engine;

import io.calque.diagnostic.Finding;
import io.calque.workspace.Workspace;
import java.util.List;
import java.util.Optional;

/**
 * What a check found: its files, its people, the proof that rights given are licensed,
 * the known traps, its tests.
 *
 * @param workspace the workspace; empty where there is none that can be read
 * @param findings what was found, in reading order
 * @param online how many people are homed online
 * @param passed how many tests passed
 * @param failed how many tests failed
 */
public record CheckReport(
        Optional<Workspace> workspace, List<Finding> findings, long online, long passed, long failed) {
    public CheckReport {
        findings = List.copyOf(findings);
    }

    /** Whether the proof was made and holds for every policy and persona. */
    public boolean proved() {
        return workspace.isPresent() && findings.stream().noneMatch(Finding::isError);
    }
}
