package io.calque.report.ci;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Severity;
import io.calque.report.json.Json;
import io.calque.report.json.JsonObject;
import java.io.Writer;
import java.util.List;

/** Findings as a log in SARIF 2.1.0 (OASIS, 2020), which code hosts show beside the lines. */
public final class SarifLog {
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private SarifLog() {}

    /**
     * Writes the log as one JSON document.
     *
     * @param folder the workspace's folder, from the repository's root
     */
    public static void print(Writer out, List<Finding> findings, String folder) {
        List<Code> rules =
                findings.stream().map(Finding::code).distinct().sorted().toList();
        List<PlacedFinding> results =
                findings.stream().map(f -> PlacedFinding.of(f, folder)).toList();
        Json.line(
                out,
                log -> log.put("$schema", SCHEMA)
                        .put("version", "2.1.0")
                        .objects(
                                "runs",
                                List.of(results),
                                (run, json) -> json.object("tool", tool -> driver(tool, rules))
                                        .objects("results", run, SarifLog::result)));
    }

    private static void driver(JsonObject tool, List<Code> rules) {
        tool.object(
                "driver",
                driver -> driver.put("name", "Calque")
                        .objects(
                                "rules",
                                rules,
                                (code, rule) -> rule.put("id", code.id())
                                        .object("shortDescription", text -> text.put("text", code.title()))));
    }

    private static void result(PlacedFinding placed, JsonObject json) {
        json.put("ruleId", placed.finding().code().id())
                .put("level", level(placed.finding().severity()))
                .object("message", message -> message.put("text", placed.text()));
        if (!placed.file().isEmpty()) {
            json.objects("locations", List.of(placed), SarifLog::location);
        }
    }

    private static void location(PlacedFinding placed, JsonObject json) {
        json.object("physicalLocation", physical -> {
            physical.object("artifactLocation", artifact -> artifact.put("uri", uri(placed.file())));
            if (placed.line() > 0) {
                physical.object("region", region -> {
                    region.put("startLine", (long) placed.line());
                    if (placed.column() > 0) {
                        region.put("startColumn", (long) placed.column());
                    }
                });
            }
        });
    }

    /** A relative reference (RFC 3986, 4.2), so that spaces and letters outside ASCII are percent-encoded. */
    private static String uri(String file) {
        StringBuilder uri = new StringBuilder();
        for (byte b : file.getBytes(UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || "-._~/".indexOf(c) >= 0);
            uri.append(plain ? String.valueOf(c) : "%%%02X".formatted((int) c));
        }
        return uri.toString();
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "note";
        };
    }
}
