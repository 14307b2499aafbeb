package io.calque.remoting.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** One recorded session. */
public record Recording(String name, List<Exchange> exchanges) {

    @Override
    public String toString() {
        return name;
    }

    /** Every recording of the folder that CALQUE_RECORDINGS names, by name; skips the test where there is none. */
    public static List<Recording> all() {
        String folder = System.getenv("CALQUE_RECORDINGS");
        Path path = Path.of(folder == null || folder.isEmpty() ? "../../shared/psrp/recordings" : folder);
        Assumptions.assumeTrue(
                Files.isDirectory(path),
                "no recordings of PowerShell endpoints; set CALQUE_RECORDINGS to their folder");
        try (Stream<Path> files = Files.list(path)) {
            List<Recording> all = files.filter(file -> file.toString().matches(".*\\.ya?ml"))
                    .sorted()
                    .map(Recording::read)
                    .toList();
            assertThat(all).as("recordings in " + path).isNotEmpty();
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it is a conversation with PowerShell rather than another shell. */
    public boolean isPowerShell() {
        return exchanges.stream().anyMatch(Exchange::isPowerShell);
    }

    private static Recording read(Path file) {
        LoadSettings settings = LoadSettings.builder()
                .setCodePointLimit(64 << 20)
                .setLabel(file.getFileName().toString())
                .build();
        try {
            Object root = new Load(settings).loadFromString(Files.readString(file));
            List<Exchange> exchanges = new ArrayList<>();
            if (root instanceof Map<?, ?> map && map.get("messages") instanceof List<?> messages) {
                for (Object message : messages) {
                    exchanges.add(exchange((Map<?, ?>) message));
                }
            }
            return new Recording(file.getFileName().toString(), List.copyOf(exchanges));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Exchange exchange(Map<?, ?> message) {
        Map<String, Object> more = new TreeMap<>();
        message.forEach((key, value) -> {
            if (value != null) {
                more.put(String.valueOf(key), value);
            }
        });
        String request = text(more.remove("request"));
        String response = text(more.remove("response"));
        return new Exchange(request, response, more);
    }

    private static String text(@Nullable Object value) {
        return value instanceof String text ? text : "";
    }
}
