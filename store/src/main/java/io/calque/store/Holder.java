package io.calque.store;

import java.io.ByteArrayOutputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A command that changes a workspace.
 *
 * @param pid its process
 * @param host the computer on which it runs
 * @param command the command line as a person would write it
 * @param since when it began
 */
public record Holder(long pid, String host, String command, Instant since) {
    private static final JsonFactory JSON = new JsonFactory();

    public Holder {
        since = since.truncatedTo(ChronoUnit.SECONDS);
    }

    /** A command of this process. */
    public static Holder ofThisProcess(String host, String command, Instant since) {
        return new Holder(ProcessHandle.current().pid(), host, command, since);
    }

    /** In words: {@code process 4711 on admin1}. */
    public String process() {
        return "process " + pid + " on " + host;
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes, JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeNumberProperty("pid", pid);
            json.writeStringProperty("host", host);
            json.writeStringProperty("command", command);
            json.writeStringProperty("since", since.toString());
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    /** The holder that a lock file names; empty where it names none, or is just being written. */
    static Optional<Holder> of(byte[] bytes) {
        Map<String, String> texts = new HashMap<>();
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), bytes)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String key = json.currentName();
                json.nextToken();
                texts.put(key, json.getValueAsString(""));
            }
            return Optional.of(new Holder(
                    Long.parseLong(texts.getOrDefault("pid", "")),
                    texts.getOrDefault("host", ""),
                    texts.getOrDefault("command", ""),
                    Instant.parse(texts.getOrDefault("since", ""))));
        } catch (JacksonException | NumberFormatException | DateTimeException _) {
            return Optional.empty();
        }
    }
}
