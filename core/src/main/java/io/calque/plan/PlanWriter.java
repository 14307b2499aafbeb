package io.calque.plan;

import io.calque.licence.Licence;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Writes a plan as JSON Lines: the header, then one object a step, in order. The same plan makes the same bytes. */
public final class PlanWriter {
    private static final JsonFactory JSON = JsonFactory.builder()
            .rootValueSeparator("")
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    /** So many steps are made into text at once, and so many of these pieces wait at most. */
    private static final int PIECE = 1 << 9;

    private static final int WINDOW = 32;

    /** About as many bytes as a line has. */
    private static final int LINE = 256;

    private PlanWriter() {}

    /** Writes a whole plan; the stream stays open. */
    public static void write(Plan plan, OutputStream out) {
        try (JsonGenerator json = generator(out)) {
            header(plan.header(), json);
            json.writeRaw('\n');
        }
        steps(plan.steps(), out);
    }

    /** Writes the header alone, as {@code calque plan --format json} prints it. */
    public static void header(PlanHeader header, JsonGenerator json) {
        json.writeStartObject();
        properties(header, json);
        json.writeStringProperty("seal", seal(header));
        json.writeEndObject();
    }

    /** The hash of all that a header says, the steps' digest included. */
    static String seal(PlanHeader header) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (JsonGenerator json = generator(text)) {
            json.writeStartObject();
            properties(header, json);
            json.writeEndObject();
        }
        return Fingerprint.hash(text.toByteArray());
    }

    private static void properties(PlanHeader header, JsonGenerator json) {
        json.writeStringProperty("product", header.product().id());
        json.writeNumberProperty("format", PlanHeader.FORMAT);
        json.writeNumberProperty("steps", header.steps());
        json.writeObjectPropertyStart("byKind");
        header.byKind().forEach((kind, count) -> json.writeNumberProperty(kind.word(), count));
        json.writeEndObject();
        json.writeNumberProperty("people", header.people());
        json.writeNumberProperty("users", header.users());
        json.writeNumberProperty("unchanged", header.unchanged());
        seats(header.seats(), json);
        brake(header.brake(), json);
        json.writeArrayPropertyStart("accepted");
        header.accepted().forEach(waiver -> {
            json.writeStartObject();
            json.writeStringProperty("what", waiver.what());
            json.writeStringProperty("reason", waiver.reason());
            json.writeEndObject();
        });
        json.writeEndArray();
        json.writeStringProperty("fingerprint", header.fingerprint());
        json.writeStringProperty("digest", header.digest());
    }

    /** Writes steps alone, numbered from 1, each with a line end behind it: made by all processors, told in their order. */
    static void steps(List<Step> steps, OutputStream out) {
        Queue<JsonLineBuffer> free = new ConcurrentLinkedQueue<>();
        int pieces = (steps.size() + PIECE - 1) / PIECE;
        for (int from = 0; from < pieces; from += WINDOW) {
            IntStream.range(from, Math.min(from + WINDOW, pieces))
                    .parallel()
                    .mapToObj(piece -> lines(steps, piece * PIECE, free.poll()))
                    .forEachOrdered(lines -> {
                        write(lines, out);
                        free.add(lines);
                    });
        }
    }

    private static JsonLineBuffer lines(List<Step> steps, int from, @Nullable JsonLineBuffer used) {
        JsonLineBuffer lines = used == null ? new JsonLineBuffer(LINE * PIECE) : used;
        lines.clear();
        for (int at = from; at < Math.min(from + PIECE, steps.size()); at++) {
            lines.add(at + 1L, steps.get(at));
        }
        return lines;
    }

    private static void write(JsonLineBuffer lines, OutputStream out) {
        try {
            lines.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonGenerator generator(OutputStream out) {
        return JSON.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8);
    }

    private static void seats(Map<Licence, SeatCount> seats, JsonGenerator json) {
        json.writeObjectPropertyStart("seats");
        seats.forEach((licence, count) -> {
            json.writeObjectPropertyStart(licence.id());
            owned(count.owned(), json);
            json.writeNumberProperty("before", count.before());
            json.writeNumberProperty("after", count.after());
            json.writeEndObject();
        });
        json.writeEndObject();
    }

    private static void owned(Optional<Long> owned, JsonGenerator json) {
        if (owned.isPresent()) {
            json.writeNumberProperty("owned", owned.get());
        } else {
            json.writeNullProperty("owned");
        }
    }

    private static void brake(@Nullable TrippedBrake brake, JsonGenerator json) {
        if (brake == null) {
            json.writeNullProperty("brake");
            return;
        }
        json.writeObjectPropertyStart("brake");
        json.writeStringProperty("name", brake.name());
        json.writeNumberProperty("limit", brake.limit());
        json.writeNumberProperty("value", brake.value());
        json.writeEndObject();
    }
}
