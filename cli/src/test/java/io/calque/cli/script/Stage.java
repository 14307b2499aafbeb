package io.calque.cli.script;

import io.calque.cli.Program;
import io.calque.cli.terminal.Terminal;
import io.calque.cli.terminal.Terminal.Attached;
import io.calque.engine.context.Cancellation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A folder of its own in which a script's files lie and its commands run, in-process, at a fixed time and without colours. */
final class Stage {
    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
    private static final Pattern GUID = Pattern.compile("[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

    private final Path folder;
    private final Surroundings around;

    Stage(Path folder) {
        this(folder, Surroundings.NONE);
    }

    /** A stage in surroundings of its own. */
    Stage(Path folder, Surroundings around) {
        this.folder = folder;
        this.around = around;
    }

    /**
     * What a script may name besides its files.
     *
     * @param environment variables of the program
     * @param values what stands for words such as {@code $CA} in files and commands; told the other way round in what is printed
     * @param commands further commands, which print nothing
     */
    record Surroundings(
            Map<String, String> environment, Map<String, String> values, Map<String, Consumer<List<String>>> commands) {
        static final Surroundings NONE = new Surroundings(Map.of(), Map.of(), Map.of());

        String fill(String text) {
            String filled = text;
            for (Map.Entry<String, String> value : values.entrySet()) {
                filled = filled.replace(value.getKey(), value.getValue());
            }
            return filled;
        }

        String hide(String text) {
            String hidden = text;
            for (Map.Entry<String, String> value : values.entrySet()) {
                hidden = hidden.replace(value.getValue(), value.getKey());
            }
            return hidden;
        }
    }

    /** Plays a script and returns it with what really happened. */
    Script play(Script script) throws IOException {
        List<Script.Section> played = new ArrayList<>();
        for (Script.Section section : script.sections()) {
            switch (section) {
                case Script.File file -> {
                    Path path = folder.resolve(file.name());
                    Files.createDirectories(path.getParent());
                    Files.writeString(path, around.fill(file.content()));
                    close(path);
                    played.add(file);
                }
                case Script.Run(List<Script.Command> commands) -> {
                    List<Script.Command> done = new ArrayList<>();
                    for (Script.Command command : commands) {
                        done.add(new Script.Command(command.line(), run(words(around.fill(command.line())))));
                    }
                    played.add(new Script.Run(done));
                }
            }
        }
        return new Script(script.remarks(), played);
    }

    /** Files are their owner's alone, as those with passwords have to be. */
    private static void close(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(line);
        while (matcher.find()) {
            words.add(Stream.of(1, 2, 3)
                    .map(matcher::group)
                    .filter(group -> group != null)
                    .findFirst()
                    .orElse(""));
        }
        return words;
    }

    private Script.Outcome run(List<String> words) throws IOException {
        int from = words.indexOf("<");
        List<String> command = from < 0 ? words : words.subList(0, from);
        String input = from < 0 ? "" : Files.readString(folder.resolve(words.get(from + 1)));
        List<String> arguments = command.subList(1, command.size());
        return switch (command.getFirst()) {
            case "calque" -> calque(arguments, input);
            case "cat" -> said(Files.readString(folder.resolve(arguments.getFirst())));
            case "ls" -> said(listing());
            case "cp" -> {
                Files.copy(
                        folder.resolve(arguments.getFirst()),
                        folder.resolve(arguments.getLast()),
                        StandardCopyOption.REPLACE_EXISTING);
                yield said("");
            }
            case "rm" -> {
                Files.delete(folder.resolve(arguments.getFirst()));
                yield said("");
            }
            default -> {
                Consumer<List<String>> further = around.commands().get(command.getFirst());
                if (further == null) {
                    throw new IllegalArgumentException("unknown command: " + command);
                }
                further.accept(arguments);
                yield said("");
            }
        };
    }

    private String listing() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .reduce("", (all, file) -> all + file + "\n");
        }
    }

    private static Script.Outcome said(String text) {
        return new Script.Outcome(text.lines().toList(), List.of(), 0);
    }

    private Script.Outcome calque(List<String> arguments, String input) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Map<String, String> environment =
                new HashMap<>(Map.of("XDG_CONFIG_HOME", folder.resolve("config").toString()));
        environment.putAll(around.environment());
        environment.put("NO_COLOR", "1");
        environment.put("TMPDIR", folder.toString());
        Terminal terminal = new Terminal(
                new PrintWriter(out),
                new PrintWriter(err),
                new BufferedReader(new StringReader(input)),
                Attached.NONE,
                100,
                folder,
                environment,
                () -> NOW,
                Cancellation.NONE);
        int status = Program.run(terminal, arguments);
        return new Script.Outcome(lines(out), lines(err), status);
    }

    private List<String> lines(StringWriter text) {
        String named = GUID.matcher(text.toString().replace(folder.toString(), "$WORK"))
                .replaceAll("\\$GUID");
        return around.hide(named).lines().toList();
    }
}
