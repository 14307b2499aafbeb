package io.calque.catalogue;

import io.calque.source.ResourceTable;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads one of the catalogue's data files: a table that a person can read and correct. A fault in it is a fault of the build. */
final class SettingsFile {
    private static final int LONGEST_TEXT = 10_000;

    private SettingsFile() {}

    /** The settings of a file in its order, by their names in lower case. */
    static Map<String, Setting> read(String resource) {
        Map<String, Setting> settings = new LinkedHashMap<>();
        for (Map<String, String> row : ResourceTable.rows(SettingsFile.class, resource)) {
            Setting setting = setting(row);
            if (settings.put(setting.name().toLowerCase(Locale.ROOT), setting) != null) {
                throw new IllegalStateException(resource + " holds " + setting.name() + " twice");
            }
        }
        return settings;
    }

    private static Setting setting(Map<String, String> row) {
        String name = ResourceTable.cell(row, "setting");
        SettingType shape = shape(ResourceTable.cell(row, "type"), ResourceTable.cell(row, "values"));
        return new Setting(
                name,
                shape,
                standard(name, shape, ResourceTable.cell(row, "default")),
                Binding.valueOf(ResourceTable.cell(row, "binds").toUpperCase(Locale.ROOT)),
                versions(ResourceTable.cell(row, "versions")),
                ResourceTable.cell(row, "controls"),
                ResourceTable.cell(row, "source"),
                ResourceTable.cell(row, "disputed").isEmpty() ? null : ResourceTable.cell(row, "disputed"));
    }

    private static SettingType shape(String type, String values) {
        return switch (type) {
            case "flag" -> new SettingType.Flags();
            case "whole" -> {
                String[] ends = values.split("\\.\\.");
                yield new SettingType.Wholes(Long.parseLong(ends[0]), Long.parseLong(ends[1]));
            }
            case "choice" -> new SettingType.Choice(List.of(values.split(";")));
            case "text" ->
                new SettingType.FreeText(values.isEmpty() ? LONGEST_TEXT : Integer.parseInt(values.substring(4)));
            case "texts" -> new SettingType.FreeTexts();
            default -> throw new IllegalStateException("unknown type of setting: " + type);
        };
    }

    private static @Nullable Value standard(String name, SettingType shape, String text) {
        if (shape instanceof SettingType.FreeTexts) {
            return new Value.Texts(List.of());
        }
        if (text.isEmpty()) {
            return name.equals("Description") ? new Value.Text("") : null;
        }
        if (shape.read(text) instanceof SettingType.Reading.Good(Value value)) {
            return value;
        }
        throw new IllegalStateException("the default of " + name + " is not a value of it: " + text);
    }

    private static Set<ProductVersion> versions(String text) {
        if (text.equals("none")) {
            return EnumSet.noneOf(ProductVersion.class);
        }
        boolean onwards = text.endsWith("+");
        ProductVersion first = ProductVersion.of(onwards ? text.substring(0, text.length() - 1) : text)
                .orElseThrow(() -> new IllegalStateException("unknown product version: " + text));
        return Arrays.stream(ProductVersion.values())
                .filter(v -> onwards ? v.compareTo(first) >= 0 : v == first)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ProductVersion.class)));
    }
}
