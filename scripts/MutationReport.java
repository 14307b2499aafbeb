import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Sums up a run of mutation testing: {@code java scripts/MutationReport.java core/target/pit-reports/mutations.xml >docs/mutation-report.md}. */
final class MutationReport {
    private record Mutation(String type, String method, String line, String change, String status) {
        boolean noticed() {
            return status.equals("KILLED") || status.equals("TIMED_OUT");
        }

        String pack() {
            return type.substring(0, type.lastIndexOf('.')).replace("io.calque.", "");
        }

        String name() {
            return type.substring(type.lastIndexOf('.') + 1);
        }
    }

    private MutationReport() {}

    public static void main(String[] args) throws IOException, XMLStreamException {
        List<Mutation> all = read(Path.of(args[0]));
        Map<String, List<Mutation>> packages = new TreeMap<>();
        Map<String, List<Mutation>> types = new TreeMap<>();
        for (Mutation mutation : all) {
            packages.computeIfAbsent(mutation.pack(), _ -> new ArrayList<>()).add(mutation);
            types.computeIfAbsent(mutation.pack() + " | " + mutation.name(), _ -> new ArrayList<>()).add(mutation);
        }
        StringBuilder page = new StringBuilder("""
                # Mutation testing: the last whole run
                Written by `scripts/MutationReport.java`; [mutation.md](mutation.md) tells what it means and how to run it.

                | package | changes | noticed | share |
                | --- | --- | --- | --- |
                """);
        packages.forEach((name, of) -> page.append("| ").append(name).append(row(of)));
        page.append("| **whole**").append(row(all)).append("\n## Classes\n| package | class | changes | noticed | share |\n");
        page.append("| --- | --- | --- | --- | --- |\n");
        types.forEach((name, of) -> page.append("| ").append(name).append(row(of)));
        page.append("\n## Not noticed\n| class | method | line | change | |\n| --- | --- | --- | --- | --- |\n");
        all.stream()
                .filter(mutation -> !mutation.noticed())
                .map(m -> "| " + m.pack() + "." + m.name() + " | `" + m.method() + "` | " + m.line() + " | " + m.change() + " | "
                        + (m.status().equals("NO_COVERAGE") ? "never reached" : "") + " |\n")
                .sorted()
                .forEach(page::append);
        System.out.print(page);
    }

    private static String row(List<Mutation> mutations) {
        long noticed = mutations.stream().filter(Mutation::noticed).count();
        return " | " + mutations.size() + " | " + noticed + " | " + 100 * noticed / mutations.size() + " % |\n";
    }

    private static List<Mutation> read(Path file) throws IOException, XMLStreamException {
        List<Mutation> all = new ArrayList<>();
        Map<String, String> now = new TreeMap<>();
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader xml = XMLInputFactory.newDefaultFactory().createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamReader.START_ELEMENT) {
                    continue;
                }
                String name = xml.getLocalName();
                if (name.equals("mutation")) {
                    now.put("status", xml.getAttributeValue(null, "status"));
                } else if (List.of("mutatedClass", "mutatedMethod", "lineNumber", "description").contains(name)) {
                    now.put(name, xml.getElementText());
                    if (name.equals("description")) {
                        all.add(new Mutation(
                                now.get("mutatedClass"),
                                now.get("mutatedMethod"),
                                now.get("lineNumber"),
                                now.get("description").replace("io/calque/", "").replace("|", "\\|"),
                                now.get("status")));
                    }
                }
            }
        }
        return all;
    }
}
