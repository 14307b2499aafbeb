package io.calque.plan;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Place;
import io.calque.source.BrokenJson;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
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
        PlanHeader header = new PlanHeaderReader(json, this::fault).read();
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

    private Fault fault(String message) {
        return new Fault(Finding.of(Code.PLAN_FILE, "no plan: " + message)
                .help("Make a new plan with calque plan")
                .at(Place.line(name, Math.max(json.currentTokenLocation().getLineNr(), 0))));
    }
}
