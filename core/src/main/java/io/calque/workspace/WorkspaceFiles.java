package io.calque.workspace;

import io.calque.source.Bytes;
import java.util.Optional;

/** The files of a workspace by their names relative to it. */
@FunctionalInterface
public interface WorkspaceFiles {
    /** A file; empty where there is none. */
    Optional<Bytes> find(String name);
}
