package io.calque.powershell.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * One recorded conversation: a YAML file with a list {@code messages} of {@code request}, {@code response} and, where the answer was
 * no 200, {@code transport_error} with its {@code code}.
 */
record Conversation(String name, List<Exchange> exchanges) {
    private static final String POWERSHELL = "http://schemas.microsoft.com/powershell/";

    /** A request and its answer. */
    record Exchange(Envelope request, Envelope response, String responseText, int status) {}

    @Override
    public String toString() {
        return name;
    }

    /** Skips the test where there is no folder of recordings. */
    static void assumeThere() {
        var folder = System.getenv("CALQUE_RECORDINGS");
        Assumptions.assumeTrue(
                folder != null && !folder.isEmpty() && Files.isDirectory(Path.of(folder)),
                "there are no recordings of PowerShell servers; set CALQUE_RECORDINGS to a folder of them");
    }

    /** All conversations with a PowerShell endpoint in the folder of recordings. */
    static List<Conversation> all() {
        var folder = Path.of(System.getenv("CALQUE_RECORDINGS"));
        try (var files = Files.list(folder)) {
            var all = files.filter(file -> file.toString().endsWith(".yml"))
                    .sorted()
                    .map(Conversation::read)
                    .filter(Conversation::isPowerShell)
                    .toList();
            if (all.isEmpty()) {
                throw new IllegalStateException("no conversation with a PowerShell endpoint in " + folder);
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Conversation read(Path file) {
        try {
            var settings = LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
            var root = (Map<?, ?>) new Load(settings).loadFromString(Files.readString(file));
            var exchanges = new ArrayList<Exchange>();
            for (var entry : (List<?>) root.get("messages")) {
                var message = (Map<?, ?>) entry;
                if (message.get("request") instanceof String request && message.get("response") instanceof String response && !response.isBlank()) {
                    exchanges.add(new Exchange(Envelope.parse(request), Envelope.parse(response), response, status(message)));
                }
            }
            return new Conversation(String.valueOf(file.getFileName()), List.copyOf(exchanges));
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    private static int status(Map<?, ?> message) {
        return message.get("transport_error") instanceof Map<?, ?> error && error.get("code") instanceof Integer code ? code : 200;
    }

    private boolean isPowerShell() {
        return exchanges.stream().anyMatch(e -> e.request().action().equals("Create") && e.request().resource().startsWith(POWERSHELL));
    }
}
