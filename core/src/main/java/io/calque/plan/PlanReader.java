package io.calque.plan;

import io.calque.catalogue.ProductVersion;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Place;
import io.calque.licence.Licence;
import io.calque.source.BrokenJson;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads a plan that {@link PlanWriter} wrote. A plan that was cut off or edited is refused: its digest no longer fits. */
public final class PlanReader {
    private static final JsonFactory JSON = new JsonFactory();

    private final String name;
    private final JsonParser json;

    private PlanReader(String name, JsonParser json) {
        this.name = name;
        this.json = json;
    }

    /** Reads a whole plan and closes the stream; what is no plan, or no whole one, is a fault. */
    public static Plan read(String name, InputStream in) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), in)) {
            return new PlanReader(name, json).read();
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : Math.max(e.getLocation().getLineNr(), 0);
            throw new Fault(Finding.of(Code.PLAN_FILE, "no plan: " + BrokenJson.words(e))
                    .help("Make a new plan with calque plan")
                    .at(Place.line(name, line)));
        }
    }

    private Plan read() {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw fault("the header is missing");
        }
        PlanHeader header = header();
        List<Step> steps = new ArrayList<>();
        for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
            if (token != JsonToken.START_OBJECT) {
                throw fault("every line must be an object");
            }
            NumberedStep next = StepJson.read(json, this::fault);
            if (next.id() != steps.size() + 1L) {
                throw fault("step " + (steps.size() + 1L) + " is missing: here stands step " + next.id());
            }
            steps.add(next.step());
        }
        if (!Fingerprint.of(steps).digest().equals(header.digest())) {
            throw fault("the file is not whole or was edited: its digest does not fit its steps");
        }
        return new Plan(header, steps);
    }

    private PlanHeader header() {
        Draft draft = new Draft();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = json.currentName();
            json.nextToken();
            switch (key) {
                case "product" ->
                    draft.product = ProductVersion.of(json.getValueAsString("")).orElse(null);
                case "steps" -> draft.steps = json.getValueAsLong();
                case "byKind" -> counts(draft.byKind);
                case "people" -> draft.people = json.getValueAsLong();
                case "unchanged" -> draft.unchanged = json.getValueAsLong();
                case "seats" -> seats(draft.seats);
                case "brake" -> draft.brake = brake();
                case "fingerprint" -> draft.fingerprint = json.getValueAsString("");
                case "digest" -> draft.digest = json.getValueAsString("");
                default -> json.skipChildren();
            }
        }
        if (draft.product == null || draft.digest.isEmpty()) {
            throw fault("the first line is not the header of a plan");
        }
        return new PlanHeader(
                draft.product,
                draft.steps,
                draft.byKind,
                draft.people,
                draft.unchanged,
                draft.seats,
                draft.brake,
                draft.fingerprint,
                draft.digest);
    }

    private void counts(Map<StepKind, Long> counts) {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            Optional<StepKind> kind = StepKind.of(json.currentName());
            json.nextToken();
            kind.ifPresent(k -> counts.put(k, json.getValueAsLong()));
        }
    }

    private void seats(Map<Licence, SeatCount> seats) {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            Optional<Licence> licence = Licence.of(json.currentName());
            json.nextToken();
            Optional<Long> owned = Optional.empty();
            long before = 0;
            long after = 0;
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String key = json.currentName();
                JsonToken value = json.nextToken();
                switch (key) {
                    case "owned" ->
                        owned = value == JsonToken.VALUE_NULL ? Optional.empty() : Optional.of(json.getValueAsLong());
                    case "before" -> before = json.getValueAsLong();
                    case "after" -> after = json.getValueAsLong();
                    default -> json.skipChildren();
                }
            }
            SeatCount count = new SeatCount(owned, before, after);
            licence.ifPresent(l -> seats.put(l, count));
        }
    }

    private @Nullable TrippedBrake brake() {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            return null;
        }
        String brake = "";
        double limit = 0;
        double value = 0;
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = json.currentName();
            json.nextToken();
            switch (key) {
                case "name" -> brake = json.getValueAsString("");
                case "limit" -> limit = json.getValueAsDouble();
                case "value" -> value = json.getValueAsDouble();
                default -> json.skipChildren();
            }
        }
        return new TrippedBrake(brake, limit, value);
    }

    private Fault fault(String message) {
        return new Fault(Finding.of(Code.PLAN_FILE, "no plan: " + message)
                .help("Make a new plan with calque plan")
                .at(Place.line(name, Math.max(json.currentTokenLocation().getLineNr(), 0))));
    }

    private static final class Draft {
        private @Nullable ProductVersion product;
        private long steps;
        private final Map<StepKind, Long> byKind = new EnumMap<>(StepKind.class);
        private long people;
        private long unchanged;
        private final Map<Licence, SeatCount> seats = new EnumMap<>(Licence.class);
        private @Nullable TrippedBrake brake;
        private String fingerprint = "";
        private String digest = "";
    }
}
