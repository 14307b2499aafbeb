package io.calque.report.json;

import io.calque.licence.Reading;
import io.calque.meeting.Gate;
import io.calque.meeting.Particulars;
import io.calque.meeting.Resolution;
import io.calque.meeting.StepResult;
import io.calque.policy.Policy;

/** A line of a played scenario in the shape that scripts rely on. */
public final class MeetJson {
    private MeetJson() {}

    /** Writes the members of the object. */
    public static void write(StepResult line, JsonObject json) {
        Gate gate = line.gate();
        Reading reading = line.reading();
        Integer code = line.code();
        json.put("step", (long) line.number())
                .put("actor", line.step().actor())
                .put("action", line.step().action().word())
                .put("outcome", line.outcome().word())
                .put("gate", gate == null ? null : gate.word())
                .put("setting", line.setting())
                .put("rule", line.rule())
                .put("code", code == null ? null : Long.valueOf(code))
                .strings("needs", line.needs().ids())
                .strings("missing", line.missing().ids())
                .put("with", line.step().with())
                .put("endpoint", line.step().endpoint())
                .put("value", line.value())
                .put("identity", line.identity())
                .put("reading", reading == null ? null : reading.toString())
                .put("because", line.why())
                .objects(
                        "lost",
                        line.lost(),
                        (loss, l) -> l.put("person", loss.person())
                                .put("medium", loss.medium().word())
                                .put("setting", loss.setting())
                                .put("rule", loss.rule()));
        particulars(line.step().how(), json);
    }

    /** What only some actions have. */
    private static void particulars(Particulars how, JsonObject json) {
        Resolution resolution = how.resolution();
        if (resolution != null) {
            json.put("resolution", resolution.word());
        }
        if (how.minutes() > 0) {
            json.put("minutes", how.minutes());
        }
        Policy policy = how.policy();
        if (policy != null) {
            json.put("policy", policy.identity().print());
        }
    }
}
