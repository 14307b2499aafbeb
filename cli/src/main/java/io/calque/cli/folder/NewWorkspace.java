package io.calque.cli.folder;

import io.calque.catalogue.ProductVersion;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The files of a new workspace: five policies for the usual mix of licences, personas, rules, and scenarios that must hold. */
public final class NewWorkspace {
    /** The files, in the order in which they are best read. */
    public static final List<String> FILES =
            List.of("calque.yaml", "policies.yaml", "assignments.yaml", "exceptions.yaml", "tests.yaml", "people.csv");

    /** A line of a template that only some product versions need: ends in {@code #since VERSION}. */
    private static final Pattern SINCE = Pattern.compile("(.*?)\\s*#since ([a-z0-9-]+)$");

    private NewWorkspace() {}

    /** The content of every file for a product version. */
    public static Map<String, String> files(ProductVersion version) {
        Map<String, String> files = new LinkedHashMap<>();
        FILES.forEach(name -> files.put(name, text(name, version)));
        return files;
    }

    /**
     * Writes them into a folder, which is made where there is none.
     *
     * @throws Fault when one of the files is there already; nothing is written then
     */
    public static void write(Path folder, Map<String, String> files) {
        List<Finding> taken = files.keySet().stream()
                .filter(name -> Files.exists(folder.resolve(name)))
                .map(name -> Finding.of(Code.FILE_NOT_USABLE, name + " is there already")
                        .help("Choose an empty folder: a workspace is never written over"))
                .toList();
        if (!taken.isEmpty()) {
            throw new Fault(taken);
        }
        files.forEach((name, text) -> SafeFile.writeText(folder.resolve(name), text));
        if (!Files.exists(folder.resolve(".gitignore"))) {
            SafeFile.writeText(folder.resolve(".gitignore"), ".calque/\n");
        }
    }

    private static String text(String name, ProductVersion version) {
        return template(name)
                .lines()
                .filter(line -> belongs(line, version))
                .map(line -> SINCE.matcher(line).replaceFirst("$1").replace("{product}", version.id()))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static boolean belongs(String line, ProductVersion version) {
        Matcher matcher = SINCE.matcher(line);
        return !matcher.matches()
                || version.compareTo(ProductVersion.of(matcher.group(2)).orElseThrow()) >= 0;
    }

    private static String template(String name) {
        try (InputStream in = NewWorkspace.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
