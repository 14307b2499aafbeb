package io.calque.licence;

import io.calque.catalogue.Catalogue;
import io.calque.catalogue.PolicyType;
import io.calque.catalogue.ProductVersion;
import io.calque.catalogue.Setting;
import io.calque.catalogue.SettingType;
import io.calque.catalogue.Value;
import io.calque.source.ResourceTable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads {@code rights.csv}: every right with its gate, written {@code Setting = Value and account.Flag = Value}. */
final class RightsFile {
    /**
     * A row of the file.
     *
     * @param reading the reading, {@code topic:choice}, under which the row counts; empty when it always does
     */
    record Row(Right right, String reading) {}

    private static final List<Row> ROWS = ResourceTable.rows(RightsFile.class, "rights.csv").stream()
            .map(RightsFile::row)
            .toList();

    private RightsFile() {}

    static List<Row> rows() {
        return ROWS;
    }

    private static Row row(Map<String, String> row) {
        String question = ResourceTable.cell(row, "question");
        String rules = ResourceTable.cell(row, "rules");
        return new Row(
                new Right(
                        ResourceTable.cell(row, "right"),
                        ResourceTable.cell(row, "label"),
                        Role.valueOf(ResourceTable.cell(row, "role")
                                .toUpperCase(Locale.ROOT)
                                .replace('-', '_')),
                        ProductVersion.of(ResourceTable.cell(row, "since")).orElseThrow(),
                        Arrays.stream(ResourceTable.cell(row, "gate").split(" and "))
                                .map(RightsFile::condition)
                                .toList(),
                        question.isEmpty() ? null : question,
                        rules.isEmpty() ? List.of() : List.of(rules.split(", "))),
                ResourceTable.cell(row, "reading"));
    }

    private static Condition condition(String text) {
        String[] words = text.strip().split(" ", 3);
        Condition.Operator operator = Arrays.stream(Condition.Operator.values())
                .filter(o -> o.sign().equals(words[1]))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("unknown comparison in a gate: " + text));
        int dot = words[0].indexOf('.');
        String holder = dot < 0 ? "conferencing" : words[0].substring(0, dot);
        String name = words[0].substring(dot + 1);
        Catalogue catalogue = Catalogue.standard();
        if (holder.equals("account")) {
            Setting setting = catalogue.account(name).orElseThrow(() -> unknown(text));
            return new Condition.OfAccount(setting, new Condition.Test(operator, value(setting, words[2])));
        }
        PolicyType type = PolicyType.of(holder).orElseThrow(() -> unknown(text));
        Setting setting = catalogue.setting(type, name).orElseThrow(() -> unknown(text));
        return new Condition.OfPolicy(type, setting, new Condition.Test(operator, value(setting, words[2])));
    }

    private static Value value(Setting setting, String text) {
        if (setting.shape().read(text) instanceof SettingType.Reading.Good(Value value)) {
            return value;
        }
        throw new IllegalStateException("a gate compares " + setting.name() + " with " + text);
    }

    private static IllegalStateException unknown(String text) {
        return new IllegalStateException("a gate names an unknown setting: " + text);
    }
}
