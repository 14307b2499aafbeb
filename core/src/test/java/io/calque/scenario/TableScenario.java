package io.calque.scenario;

import io.calque.licence.Reading;
import io.calque.source.ResourceTable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the scenario file of a row of the truth table. */
final class TableScenario {
    private static final Set<String> PERSON = Set.of(
            "role", "licences", "enterpriseVoice", "audioVideoDisabled", "enabled", "lineUri", "remoteCallControl");
    private static final Set<String> CONFIGURATION = Set.of(
            "PstnCallersBypassLobby",
            "AdmitAnonymousUsersByDefault",
            "DesignateAsPresenter",
            "AllowAnonymousUsers",
            "AnonymousUserGracePeriod");

    /** What people who know the product write, and the key of a scenario that it stands for. */
    private static final Map<String, String> WORDS =
            Map.of("from", "endpoint", "at", "resolution", "for", "minutes", "of", "conferencing");

    private TableScenario() {}

    static String yaml(Map<String, String> row) {
        List<String> meeting = parts(ResourceTable.cell(row, "meeting"));
        List<String> ann = parts(ResourceTable.cell(row, "organiser ann"));
        List<String> bob = parts(ResourceTable.cell(row, "participant bob"));
        return """
                product: %s
                profile: %s
                readings: {%s}
                policies:
                  conferencing: {Ann: {settings: {%s}}, Bob: {settings: {%s}}}
                  voice: {AnnVoice: {settings: {%s}}}
                people:
                  ann: {conferencing: Ann%s%s}
                  bob: {conferencing: Bob%s}
                  cas:
                  dan:
                  fred: {kind: federated}
                  anon: {kind: anonymous}
                  tel: {kind: pstn}
                meeting: {organiser: ann, kind: %s, %s configuration: {%s}}
                steps: [%s]
                """.formatted(
                value(meeting, "product", "lync-2010"),
                value(meeting, "profile", "default"),
                map(meeting.stream().filter(part -> Reading.topics().contains(key(part)))),
                map(settings(ann)),
                map(settings(bob)),
                map(ann.stream().filter(part -> part.startsWith("voice.")).map(part -> part.substring(6))),
                ann.stream().anyMatch(part -> part.startsWith("voice.")) ? ", voice: AnnVoice" : "",
                person(ann, "standard+enterprise"),
                person(bob, "standard"),
                meeting.getFirst(),
                access(meeting),
                map(meeting.stream().filter(part -> CONFIGURATION.contains(key(part)))),
                parts(ResourceTable.cell(row, "steps")).stream()
                        .map(TableScenario::step)
                        .collect(Collectors.joining(", ")));
    }

    private static String step(String text) {
        String[] words = text.split(" ");
        StringBuilder more = new StringBuilder();
        for (int i = 2; i < words.length; i += 2) {
            more.append(", ")
                    .append(WORDS.getOrDefault(words[i], words[i]))
                    .append(": ")
                    .append(words[i + 1]);
        }
        return "{" + words[0] + ": {do: " + words[1] + more + "}}";
    }

    private static String access(List<String> meeting) {
        return Stream.of("access", "invited")
                .filter(key -> !value(meeting, key, "").isEmpty())
                .map(key -> key + ": " + value(meeting, key, "") + ",")
                .collect(Collectors.joining(" "));
    }

    private static Stream<String> settings(List<String> parts) {
        return parts.stream().filter(part -> !PERSON.contains(key(part)) && !part.startsWith("voice."));
    }

    private static String person(List<String> parts, String licences) {
        Stream<String> held = parts.stream().anyMatch(part -> key(part).equals("licences"))
                ? Stream.of()
                : Stream.of("licences=" + licences);
        return Stream.concat(held, parts.stream().filter(part -> PERSON.contains(key(part))))
                .map(part -> ", " + key(part) + ": "
                        + (key(part).equals("licences")
                                ? "[" + value(part).replace("+", ", ") + "]"
                                : "'" + value(part) + "'"))
                .collect(Collectors.joining());
    }

    private static String map(Stream<String> parts) {
        return parts.map(part -> key(part) + ": '" + value(part) + "'").collect(Collectors.joining(", "));
    }

    private static String value(List<String> parts, String key, String otherwise) {
        return parts.stream()
                .filter(part -> key(part).equals(key))
                .map(TableScenario::value)
                .findFirst()
                .orElse(otherwise);
    }

    private static List<String> parts(String text) {
        return Arrays.stream(text.split(";"))
                .map(String::strip)
                .filter(p -> !p.isEmpty())
                .toList();
    }

    private static String key(String part) {
        return part.contains("=") ? part.substring(0, part.indexOf('=')) : part;
    }

    private static String value(String part) {
        return part.substring(part.indexOf('=') + 1);
    }
}
