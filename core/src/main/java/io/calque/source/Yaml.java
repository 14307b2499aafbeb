package io.calque.source;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.diagnostic.Place;
import java.io.IOException;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads YAML 1.2 into {@link Node} trees. */
public final class Yaml {
    /** Policy files are written by people; a longer one is a mistake or an attack. */
    private static final int LONGEST = 4_000_000;

    /** No encoding takes more than four bytes for a character. */
    private static final SizeLimit SIZE = new SizeLimit(4L * LONGEST, "Lists of people belong into a CSV file");

    private Yaml() {}

    /**
     * Reads the one document of a file.
     *
     * @return as for a text; empty also when the file can't be read or is too large
     */
    public static Optional<Node> read(String name, Bytes bytes, Findings findings) {
        try {
            Optional<Finding> tooLarge = SIZE.judge(name, bytes);
            if (tooLarge.isPresent()) {
                findings.add(tooLarge.get());
                return Optional.empty();
            }
            return read(Encoding.text(name, bytes), findings);
        } catch (IOException e) {
            findings.add(Encoding.unreadable(name, e));
        } catch (Fault e) {
            findings.addAll(e.findings());
        }
        return Optional.empty();
    }

    /**
     * Reads one document.
     *
     * @return the document's root; a null scalar for an empty file; empty when the text is no YAML, which is then a finding
     */
    public static Optional<Node> read(SourceText source, Findings findings) {
        if (source.text().length() > LONGEST) {
            findings.add(Finding.of(
                            Code.FILE_TOO_LARGE,
                            "the file has " + source.text().length() + " characters; at most " + LONGEST + " are read")
                    .help("Lists of people belong into a CSV file")
                    .at(Place.of(source.name())));
            return Optional.empty();
        }
        LoadSettings settings = LoadSettings.builder()
                .setLabel(source.name())
                .setUseMarks(true)
                .setCodePointLimit(LONGEST)
                // The reader moves all that it holds whenever it needs more: with a small buffer, long runs of spaces
                // take hours.
                .setBufferSize(source.text().length() + 1)
                .build();
        TreeBuilder tree = new TreeBuilder(source.name(), findings);
        try {
            for (Event event : new Parse(settings).parseString(source.text())) {
                if (!tree.accept(event)) {
                    break;
                }
            }
        } catch (MarkedYamlEngineException e) {
            findings.add(syntax(source, e));
            return Optional.empty();
        } catch (NumberFormatException e) {
            // The engine's scanner trips over an escape that the end of the text cuts off, such as "\x.
            findings.add(Finding.of(Code.YAML_SYNTAX, "an escape in double quotes is not finished")
                    .at(Place.of(source.name())));
            return Optional.empty();
        } catch (YamlEngineException e) {
            findings.add(
                    Finding.of(Code.YAML_SYNTAX, String.valueOf(e.getMessage()).strip())
                            .at(Place.of(source.name())));
            return Optional.empty();
        }
        return tree.root();
    }

    private static Finding syntax(SourceText source, MarkedYamlEngineException e) {
        Place place = e.getProblemMark()
                .or(e::getContextMark)
                .map(mark -> new Place(source.name(), mark.getLine() + 1, mark.getColumn() + 1))
                .orElse(Place.of(source.name()));
        String problem = String.valueOf(e.getProblem()).replace('\n', ' ').strip();
        String context = e.getContext() == null ? "" : e.getContext().strip() + ": ";
        boolean tab = problem.contains("TAB") || problem.contains("\\t");
        return Finding.of(Code.YAML_SYNTAX, tab ? "a tab where YAML wants spaces" : context + problem)
                .help(tab ? "Indent with spaces" : null)
                .at(place);
    }
}
