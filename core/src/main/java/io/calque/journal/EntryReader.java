package io.calque.journal;

import io.calque.diagnostic.Fault;
import io.calque.plan.NumberedStep;
import io.calque.plan.StepJson;
import io.calque.plan.Waiver;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads an entry from its JSON object. */
final class EntryReader {
    private final JsonParser json;
    private final Function<String, Fault> fault;
    private final Map<String, String> texts = new HashMap<>();
    private final List<NumberedStep> steps = new ArrayList<>();
    private final Map<Long, Outcome> outcomes = new HashMap<>();
    private final List<Waiver> waivers = new ArrayList<>();
    private final List<Long> found = new ArrayList<>();
    private long number;
    private long count;
    private long id;

    EntryReader(JsonParser json, Function<String, Fault> fault) {
        this.json = json;
        this.fault = fault;
    }

    Entry read() {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw fault.apply("no object stands here");
        }
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = json.currentName();
            JsonToken value = json.nextToken();
            switch (key) {
                case "n" -> number = json.getValueAsLong();
                case "id" -> id = json.getValueAsLong();
                case "steps" -> steps(value);
                case "outcomes" -> outcomes();
                case "waivers" -> waivers();
                case "found" -> found();
                default -> texts.put(key, json.getValueAsString(""));
            }
            if (value == JsonToken.START_OBJECT) {
                json.skipChildren();
            }
        }
        try {
            return new Entry(number, Instant.parse(text("at")), event());
        } catch (DateTimeException e) {
            throw fault.apply("'" + text("at") + "' is not a time");
        }
    }

    /** The hash that the entry says the line before it has. */
    String previous() {
        return text("previous");
    }

    private Event event() {
        return switch (text("event")) {
            case "started" -> new Event.Started(text("run"), text("target"), text("by"), text("plan"), count, waivers);
            case "resumed" -> new Event.Resumed(text("by"));
            case "intended" -> new Event.Intended(steps);
            case "settled" -> new Event.Settled(outcomes);
            case "skipped" -> new Event.Skipped(id, text("reason"));
            case "found" -> new Event.Found(found);
            case "ended" -> new Event.Ended(texts.get("stopped"));
            default -> throw fault.apply("there is no kind of event '" + text("event") + "'");
        };
    }

    /** A number in the event that begins a run, a list in those that intend steps. */
    private void steps(@Nullable JsonToken value) {
        if (value != JsonToken.START_ARRAY) {
            count = json.getValueAsLong();
            return;
        }
        while (json.nextToken() == JsonToken.START_OBJECT) {
            steps.add(StepJson.read(json, fault));
        }
    }

    private void waivers() {
        while (json.nextToken() == JsonToken.START_OBJECT) {
            Map<String, String> waiver = new HashMap<>();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String key = json.currentName();
                json.nextToken();
                waiver.put(key, json.getValueAsString(""));
            }
            waivers.add(new Waiver(waiver.getOrDefault("what", ""), waiver.getOrDefault("reason", "")));
        }
    }

    private void found() {
        while (json.nextToken() == JsonToken.VALUE_NUMBER_INT) {
            found.add(json.getValueAsLong());
        }
    }

    private void outcomes() {
        while (json.nextToken() == JsonToken.START_OBJECT) {
            long step = 0;
            String word = "";
            String reason = "";
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String key = json.currentName();
                json.nextToken();
                switch (key) {
                    case "id" -> step = json.getValueAsLong();
                    case "outcome" -> word = json.getValueAsString("");
                    case "reason" -> reason = json.getValueAsString("");
                    default -> json.skipChildren();
                }
            }
            outcomes.put(step, outcome(word, reason));
        }
    }

    private Outcome outcome(String word, String reason) {
        return switch (word) {
            case "done" -> new Outcome.Done();
            case "refused" -> new Outcome.Refused(reason);
            case "not-tried" -> new Outcome.NotTried(reason);
            case "unknown" -> new Outcome.Unknown(reason);
            default -> throw fault.apply("there is no outcome '" + word + "'");
        };
    }

    private String text(String key) {
        return texts.getOrDefault(key, "");
    }
}
