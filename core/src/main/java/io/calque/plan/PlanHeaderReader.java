package io.calque.plan;

import io.calque.catalogue.ProductVersion;
import io.calque.diagnostic.Fault;
import io.calque.licence.Licence;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads the header of a plan and checks its seal. */
final class PlanHeaderReader {
    private final JsonParser json;
    private final Function<String, Fault> fault;
    private final Map<StepKind, Long> byKind = new EnumMap<>(StepKind.class);
    private final Map<Licence, SeatCount> seats = new EnumMap<>(Licence.class);
    private final List<Waiver> accepted = new ArrayList<>();
    private @Nullable ProductVersion product;
    private @Nullable TrippedBrake brake;
    private int format;
    private long steps;
    private long people;
    private long users;
    private long unchanged;
    private String fingerprint = "";
    private String digest = "";
    private String seal = "";

    PlanHeaderReader(JsonParser json, Function<String, Fault> fault) {
        this.json = json;
        this.fault = fault;
    }

    /** The header at whose start the parser stands. */
    PlanHeader read() {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = json.currentName();
            json.nextToken();
            switch (key) {
                case "format" -> format = json.getValueAsInt();
                case "product" ->
                    product = ProductVersion.of(json.getValueAsString("")).orElse(null);
                case "steps" -> steps = json.getValueAsLong();
                case "byKind" -> counts();
                case "people" -> people = json.getValueAsLong();
                case "users" -> users = json.getValueAsLong();
                case "unchanged" -> unchanged = json.getValueAsLong();
                case "seats" -> seats();
                case "brake" -> brake = brake();
                case "accepted" -> accepted();
                case "fingerprint" -> fingerprint = json.getValueAsString("");
                case "digest" -> digest = json.getValueAsString("");
                case "seal" -> seal = json.getValueAsString("");
                default -> json.skipChildren();
            }
        }
        return checked();
    }

    private PlanHeader checked() {
        ProductVersion known = product;
        if (known == null || digest.isEmpty()) {
            throw fault.apply("the first line is not the header of a plan");
        }
        if (format != PlanHeader.FORMAT) {
            throw fault.apply(
                    "the file has format " + format + ", and this version of Calque reads format " + PlanHeader.FORMAT);
        }
        PlanHeader header = new PlanHeader(
                known, steps, byKind, people, users, unchanged, seats, brake, accepted, fingerprint, digest);
        if (!PlanWriter.seal(header).equals(seal)) {
            throw fault.apply("the header was edited: its seal does not fit");
        }
        return header;
    }

    private void counts() {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            Optional<StepKind> kind = StepKind.of(json.currentName());
            json.nextToken();
            kind.ifPresent(k -> byKind.put(k, json.getValueAsLong()));
        }
    }

    private void seats() {
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
        String name = "";
        double limit = 0;
        double value = 0;
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = json.currentName();
            json.nextToken();
            switch (key) {
                case "name" -> name = json.getValueAsString("");
                case "limit" -> limit = json.getValueAsDouble();
                case "value" -> value = json.getValueAsDouble();
                default -> json.skipChildren();
            }
        }
        return new TrippedBrake(name, limit, value);
    }

    private void accepted() {
        while (json.nextToken() == JsonToken.START_OBJECT) {
            String what = "";
            String reason = "";
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String key = json.currentName();
                json.nextToken();
                switch (key) {
                    case "what" -> what = json.getValueAsString("");
                    case "reason" -> reason = json.getValueAsString("");
                    default -> json.skipChildren();
                }
            }
            accepted.add(new Waiver(what, reason));
        }
    }
}
