package io.calque.scenario;

import io.calque.diagnostic.Findings;
import io.calque.diagnostic.Place;
import io.calque.workspace.Workspace;
import java.util.Optional;

/** Opens the workspace that a scenario leans on with {@code from}. */
@FunctionalInterface
public interface Workspaces {
    /** The workspace in a folder, as the scenario names it; empty, with findings, when it can't be read. */
    Optional<Workspace> open(String folder, Place place, Findings findings);
}
