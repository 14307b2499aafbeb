package io.calque.workspace;

import io.calque.catalogue.Catalogue;
import io.calque.catalogue.PolicyType;
import io.calque.catalogue.ProductVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The files of a new workspace: the five policies of the field article, as they should be, for one product version. */
public final class Template {
    private static final String PEOPLE = "people.csv";
    private static final List<String> FILES = List.of(
            WorkspaceReader.CONFIG,
            WorkspaceReader.POLICIES,
            WorkspaceReader.ASSIGNMENTS,
            WorkspaceReader.EXCEPTIONS,
            WorkspaceReader.TESTS,
            PEOPLE);
    private static final Pattern SETTING_LINE = Pattern.compile(" {6}([A-Z]\\w+):.*");

    private Template() {}

    /** The files by name, in the order in which people read them. Settings that the version lacks are left out. */
    public static Map<String, String> files(ProductVersion version) {
        Map<String, String> files = new LinkedHashMap<>();
        for (String name : FILES) {
            files.put(
                    name,
                    text(name)
                            .lines()
                            .filter(line -> exists(line, version))
                            .map(line -> line.replace("${product}", version.id()))
                            .collect(Collectors.joining("\n", "", "\n")));
        }
        return files;
    }

    /** The same files, with eleven people who hold licences of each kind, so that every rule matches somebody. */
    public static Map<String, String> example(ProductVersion version) {
        Map<String, String> files = files(version);
        files.put(PEOPLE, text("people-example.csv"));
        return files;
    }

    private static boolean exists(String line, ProductVersion version) {
        Matcher matcher = SETTING_LINE.matcher(line);
        return !matcher.matches()
                || Catalogue.standard()
                        .setting(PolicyType.CONFERENCING, matcher.group(1))
                        .orElseThrow()
                        .in(version);
    }

    private static String text(String name) {
        try (InputStream in = Template.class.getResourceAsStream("new/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks the template " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
