package io.calque.licence;

import io.calque.catalogue.ProductVersion;
import io.calque.diagnostic.Place;
import io.calque.source.ResourceTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A named reading of the licence rules. Sources disagree on a few rows: each row cites its sources and its certainty, and each
 * profile chooses among the readings. Immutable.
 */
public final class Profile {
    /** The profile that most sources support. */
    public static final String DEFAULT = "default";

    private static final List<String> NAMES = List.of(DEFAULT, "article", "strict");
    private static final String READING = "reading ";

    private final String name;
    private final Map<String, Map<String, String>> rows;
    private final Map<String, Decision> decisions;
    private final Map<String, String> choices;

    private Profile(
            String name,
            Map<String, Map<String, String>> rows,
            Map<String, Decision> decisions,
            Map<String, String> choices) {
        this.name = name;
        this.rows = rows;
        this.decisions = decisions;
        this.choices = choices;
    }

    /** The names of the profiles that the program brings along: {@code default}, {@code article}, {@code strict}. */
    public static List<String> names() {
        return NAMES;
    }

    /** A profile by its name. */
    public static Optional<Profile> of(String name) {
        if (!NAMES.contains(name)) {
            return Optional.empty();
        }
        Map<String, Map<String, String>> rows = new LinkedHashMap<>();
        for (Map<String, String> row : ResourceTable.rows(Profile.class, "profile-" + name + ".csv")) {
            rows.put(ResourceTable.cell(row, "right"), row);
        }
        return Optional.of(new Profile(name, rows, Map.of(), Map.of()));
    }

    /** The same profile with rows that a workspace decides otherwise. */
    public Profile with(List<Decision> overrides) {
        Map<String, Decision> all = new HashMap<>(decisions);
        overrides.forEach(decision -> all.put(decision.right(), decision));
        return new Profile(name, rows, Map.copyOf(all), choices);
    }

    /** The same profile with another reading of one topic, and with the licence that this reading decides, if it decides one. */
    public Profile choosing(Reading reading) {
        Map<String, String> all = new HashMap<>(choices);
        all.put(reading.topic(), reading.choice());
        Profile chosen = new Profile(name, rows, decisions, Map.copyOf(all));
        return reading.decides() == null ? chosen : chosen.with(List.of(reading.decides()));
    }

    /** Where a workspace decides what a right needs; empty where none does. */
    public Optional<Place> placeOf(String right) {
        return Optional.ofNullable(decisions.get(right)).map(Decision::place);
    }

    /** The profile's name. */
    public String name() {
        return name;
    }

    /** The ids of all rights, of whatever version. */
    public static Set<String> rightIds() {
        Set<String> ids = new LinkedHashSet<>();
        RightsFile.rows().forEach(row -> ids.add(row.right().id()));
        return ids;
    }

    /** The readings that this profile chooses, topic to choice; they decide gates of rights and what meetings do. */
    public Map<String, String> readings(ProductVersion version) {
        Map<String, String> readings = new LinkedHashMap<>();
        rows.forEach((key, row) -> {
            if (key.startsWith(READING)) {
                readings.put(key.substring(READING.length()), ResourceTable.cell(row, version.id()));
            }
        });
        readings.putAll(choices);
        return readings;
    }

    /** The readings, chosen here, that decide the gate or the licence of a right; empty where nobody disagrees. */
    public List<Reading> readings(ProductVersion version, String right) {
        Map<String, String> chosen = readings(version);
        return Reading.topics().stream()
                .filter(topic -> bearsOn(topic, right))
                .flatMap(topic -> Reading.of(topic, chosen.getOrDefault(topic, "")).stream())
                .toList();
    }

    private static boolean bearsOn(String topic, String right) {
        return RightsFile.rows().stream()
                        .anyMatch(row ->
                                row.right().id().equals(right) && row.reading().startsWith(topic + ":"))
                || Reading.of(topic).stream()
                        .anyMatch(reading -> reading.decides() != null
                                && reading.decides().right().equals(right));
    }

    /** Every right that a version has, with what it needs, in the order of the rights file. */
    public List<Entitlement> entitlements(ProductVersion version) {
        Map<String, String> readings = readings(version);
        List<Entitlement> entitlements = new ArrayList<>();
        for (RightsFile.Row row : RightsFile.rows()) {
            if (version.compareTo(row.right().since()) >= 0 && chosen(row.reading(), readings)) {
                entitlements.add(entitlement(inVersion(row.right(), version), version));
            }
        }
        return entitlements;
    }

    private static boolean chosen(String reading, Map<String, String> readings) {
        int colon = reading.indexOf(':');
        return colon < 0 || reading.substring(colon + 1).equals(readings.get(reading.substring(0, colon)));
    }

    private static Right inVersion(Right right, ProductVersion version) {
        List<Condition> gate = right.gate().stream()
                .filter(condition -> condition.setting().in(version))
                .toList();
        return new Right(right.id(), right.label(), right.role(), right.since(), gate, right.question(), right.rules());
    }

    private Entitlement entitlement(Right right, ProductVersion version) {
        Decision decision = decisions.get(right.id());
        if (decision != null) {
            return new Entitlement(right, decision.need(), Certainty.OVERRIDDEN, decision.reason(), null);
        }
        Map<String, String> row = rows.get(right.id());
        if (row == null) {
            throw new IllegalStateException("the profile " + name + " lacks the right " + right.id());
        }
        String note = ResourceTable.cell(row, "note");
        return new Entitlement(
                right,
                Need.parse(ResourceTable.cell(row, version.id()))
                        .orElseThrow(() -> new IllegalStateException(
                                "the profile " + name + ", " + right.id() + ", " + version.id() + ": not a need")),
                Certainty.valueOf(ResourceTable.cell(row, "certainty").toUpperCase(Locale.ROOT)),
                ResourceTable.cell(row, "sources"),
                note.isEmpty() ? null : note);
    }
}
