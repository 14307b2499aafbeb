package io.calque.report.json;

import io.calque.plan.DriftItem;
import java.util.List;

/** The differences between what a workspace says and what its server holds. */
public final class DriftJson {
    private DriftJson() {}

    /** Writes the members of the object. */
    public static void write(List<DriftItem> items, JsonObject json) {
        json.put("drifted", (long) items.size()).objects("items", items, DriftJson::item);
    }

    private static void item(DriftItem item, JsonObject json) {
        json.put("subject", item.subject()).put("type", item.type());
        if (item.setting() != null) {
            json.put("setting", item.setting());
        }
        json.put("desired", item.desired()).put("observed", item.observed());
    }
}
