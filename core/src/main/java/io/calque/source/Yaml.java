package io.calque.source;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.diagnostic.Place;
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

    private Yaml() {}

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
