package io.calque.workspace;

import io.calque.diagnostic.Place;
import io.calque.source.Node;
import java.util.List;
import java.util.Optional;

/** Where the workspace says that the observed state comes from. */
public sealed interface ServerSpec {
    /** Where it says so. */
    Place place();

    /** The simulated pool, which keeps its state in the workspace's {@code .calque} folder. */
    record Simulated(Place place) implements ServerSpec {}

    /** A file of the shape that the simulated pool keeps. */
    record Observed(String file, Place place) implements ServerSpec {}

    /** Files that {@code Export-Clixml} wrote. */
    record Clixml(List<String> files, Place place) implements ServerSpec {
        public Clixml {
            files = List.copyOf(files);
        }
    }

    /**
     * The users as the directory that people come from shows them.
     *
     * @param exported where policies, and what the directory's numbers mean, are looked up; empty where nothing was exported yet
     * @param numbers what the workspace says itself about the numbers
     */
    record Directory(Optional<ServerSpec> exported, DirectoryNumbers numbers, Place place) implements ServerSpec {}

    /** A live pool; further details are read by the module that speaks to it. */
    record Pool(String address, Node details, Place place) implements ServerSpec {}
}
