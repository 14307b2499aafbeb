package io.calque.cli.script;

import java.util.ArrayList;
import java.util.List;

/**
 * A script test's text: remarks, then sections. {@code -- NAME --} begins a file; {@code -- run --} begins commands with what they print:
 * <pre>
 * -- run --
 * $ calque plna
 * 2> error CQ190 unknown command 'plna'
 * [1]
 * </pre>
 * A line after a command is standard output, after {@code 2> } standard error; {@code [n]} is the exit status where it is not 0.
 * Output that could be mistaken for one of these, and an empty line, stand after {@code 1> }.
 */
public record Script(List<String> remarks, List<Section> sections) {
    public sealed interface Section {}

    public record File(String name, List<String> lines) implements Section {
        String content() {
            return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
        }
    }

    public record Run(List<Command> commands) implements Section {}

    public record Command(String line, Outcome expected) {}

    public record Outcome(List<String> out, List<String> err, int status) {}

    public static Script parse(String text) {
        List<String> remarks = new ArrayList<>();
        List<Section> sections = new ArrayList<>();
        List<String> lines = text.lines().toList();
        int i = 0;
        while (i < lines.size() && !isMarker(lines.get(i))) {
            remarks.add(lines.get(i++));
        }
        while (i < lines.size()) {
            String name = lines.get(i).substring(3, lines.get(i).length() - 3);
            int end = i + 1;
            while (end < lines.size() && !isMarker(lines.get(end))) {
                end++;
            }
            List<String> body = lines.subList(i + 1, end);
            sections.add(name.equals("run") ? new Run(commands(body)) : new File(name, body));
            i = end;
        }
        return new Script(remarks, sections);
    }

    private static boolean isMarker(String line) {
        return line.startsWith("-- ") && line.endsWith(" --") && line.length() > 6;
    }

    private static List<Command> commands(List<String> lines) {
        List<Command> commands = new ArrayList<>();
        int i = 0;
        while (i < lines.size()) {
            String line = lines.get(i++);
            if (line.isEmpty() || line.startsWith("#") || line.equals("1>") || line.equals("2>")) {
                continue;
            }
            if (!line.startsWith("$ ")) {
                throw new IllegalArgumentException("no command above: " + line);
            }
            List<String> out = new ArrayList<>();
            List<String> err = new ArrayList<>();
            int status = 0;
            while (i < lines.size()
                    && !lines.get(i).startsWith("$ ")
                    && !lines.get(i).isEmpty()) {
                String told = lines.get(i++);
                if (told.equals("2>") || told.startsWith("2> ")) {
                    err.add(told.length() < 3 ? "" : told.substring(3));
                } else if (told.matches("\\[\\d+]")) {
                    status = Integer.parseInt(told.substring(1, told.length() - 1));
                } else {
                    out.add(told.equals("1>") ? "" : told.startsWith("1> ") ? told.substring(3) : told);
                }
            }
            commands.add(new Command(line.substring(2), new Outcome(out, err, status)));
        }
        return commands;
    }

    /** The text again, commands apart by an empty line. */
    String print() {
        StringBuilder text = new StringBuilder();
        remarks.forEach(line -> text.append(line).append('\n'));
        for (Section section : sections) {
            switch (section) {
                case File(String name, List<String> lines) -> {
                    text.append("-- ").append(name).append(" --\n");
                    lines.forEach(line -> text.append(line).append('\n'));
                }
                case Run(List<Command> commands) -> {
                    text.append("-- run --\n");
                    commands.forEach(command -> print(command, text));
                }
            }
        }
        return text.toString();
    }

    private static void print(Command command, StringBuilder text) {
        text.append("$ ").append(command.line()).append('\n');
        command.expected()
                .out()
                .forEach(line -> text.append((needsMark(line) ? "1> " + line : line).stripTrailing())
                        .append('\n'));
        command.expected()
                .err()
                .forEach(line -> text.append(("2> " + line).stripTrailing()).append('\n'));
        if (command.expected().status() != 0) {
            text.append('[').append(command.expected().status()).append("]\n");
        }
        text.append('\n');
    }

    private static boolean needsMark(String line) {
        return line.isEmpty()
                || line.startsWith("$ ")
                || line.startsWith("1> ")
                || line.startsWith("2> ")
                || line.startsWith("-- ")
                || line.startsWith("#")
                || line.equals("1>")
                || line.equals("2>")
                || line.matches("\\[\\d+]");
    }
}
