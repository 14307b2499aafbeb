package io.calque.report.json;

import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Place;
import io.calque.diagnostic.Witness;
import java.io.Writer;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** JSON documents, written straight to their writer without a tree in memory. */
public final class Json {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .characterEscapes(new VisibleEscapes())
            .build();

    private Json() {}

    /** Writes one object on one line and ends the line. The writer stays open. */
    public static void line(Writer out, Consumer<JsonObject> members) {
        document(out, generator -> {
            generator.writeStartObject();
            members.accept(new JsonObject(generator));
            generator.writeEndObject();
        });
    }

    /** Writes whatever one value the callback writes, on one line, and ends the line. The writer stays open. */
    public static void document(Writer out, Consumer<JsonGenerator> value) {
        try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            value.accept(generator);
            generator.writeRaw('\n');
        }
    }

    /** A finding in the shape that scripts rely on: place and witness only where there are any. */
    public static void finding(Finding finding, JsonObject json) {
        json.put("code", finding.code().id())
                .put("severity", finding.severity().word())
                .put("message", finding.message())
                .put("help", finding.help());
        Place place = finding.place();
        if (place != null) {
            json.put("file", place.file());
            if (place.line() > 0) {
                json.put("line", (long) place.line());
            }
            if (place.column() > 0) {
                json.put("column", (long) place.column());
            }
        }
        if (finding.count() > 1) {
            json.put("count", finding.count());
        }
        Witness witness = finding.witness();
        if (witness != null) {
            json.object(
                    "witness",
                    w -> w.put("policy", witness.policy())
                            .strings("licences", witness.licences())
                            .put("right", witness.right())
                            .put("setting", witness.setting())
                            .put("value", witness.value()));
        }
    }
}
