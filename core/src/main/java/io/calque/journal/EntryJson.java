package io.calque.journal;

import io.calque.plan.StepJson;
import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes an entry as JSON, always with the same bytes. */
final class EntryJson {
    private static final JsonFactory JSON = new JsonFactory();

    private EntryJson() {}

    /** The entry's object without its hash and without the brace that closes it. */
    static String body(Entry entry, String previous) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeNumberProperty("n", entry.number());
            json.writeStringProperty("at", entry.at().toString());
            json.writeStringProperty("previous", previous);
            event(entry.event(), json);
            json.writeEndObject();
        }
        String object = text.toString();
        return object.substring(0, object.length() - 1);
    }

    private static void event(Event event, JsonGenerator json) {
        switch (event) {
            case Event.Started started -> {
                json.writeStringProperty("event", "started");
                json.writeStringProperty("run", started.run());
                json.writeStringProperty("target", started.target());
                json.writeStringProperty("by", started.by());
                json.writeStringProperty("plan", started.plan());
                json.writeNumberProperty("steps", started.steps());
                json.writeArrayPropertyStart("waivers");
                started.waivers().forEach(waiver -> {
                    json.writeStartObject();
                    json.writeStringProperty("what", waiver.what());
                    json.writeStringProperty("reason", waiver.reason());
                    json.writeEndObject();
                });
                json.writeEndArray();
            }
            case Event.Resumed(String by) -> {
                json.writeStringProperty("event", "resumed");
                json.writeStringProperty("by", by);
            }
            case Event.Intended(var steps) -> {
                json.writeStringProperty("event", "intended");
                json.writeArrayPropertyStart("steps");
                steps.forEach(next -> StepJson.write(next.id(), next.step(), json));
                json.writeEndArray();
            }
            case Event.Settled(var outcomes) -> {
                json.writeStringProperty("event", "settled");
                json.writeArrayPropertyStart("outcomes");
                outcomes.forEach((id, outcome) -> outcome(id, outcome, json));
                json.writeEndArray();
            }
            case Event.Skipped(long id, String reason) -> {
                json.writeStringProperty("event", "skipped");
                json.writeNumberProperty("id", id);
                json.writeStringProperty("reason", reason);
            }
            case Event.Found(var steps) -> {
                json.writeStringProperty("event", "found");
                json.writeArrayPropertyStart("found");
                steps.forEach(id -> json.writeNumber(id.longValue()));
                json.writeEndArray();
            }
            case Event.Ended(var stopped) -> {
                json.writeStringProperty("event", "ended");
                if (stopped != null) {
                    json.writeStringProperty("stopped", stopped);
                }
            }
        }
    }

    private static void outcome(long id, Outcome outcome, JsonGenerator json) {
        json.writeStartObject();
        json.writeNumberProperty("id", id);
        switch (outcome) {
            case Outcome.Done _ -> json.writeStringProperty("outcome", "done");
            case Outcome.Refused(String reason) -> {
                json.writeStringProperty("outcome", "refused");
                json.writeStringProperty("reason", reason);
            }
            case Outcome.NotTried(String reason) -> {
                json.writeStringProperty("outcome", "not-tried");
                json.writeStringProperty("reason", reason);
            }
            case Outcome.Unknown(String reason) -> {
                json.writeStringProperty("outcome", "unknown");
                json.writeStringProperty("reason", reason);
            }
        }
        json.writeEndObject();
    }
}
