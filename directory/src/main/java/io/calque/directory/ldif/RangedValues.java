package io.calque.directory.ldif;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Attributes with many values as a controller gives them, {@code member;range=0-1499} and so on until {@code member;range=1500-*} (MS-ADTS
 * 3.1.1.3.1.3.3). Who exports by a single search gets the first part only.
 */
final class RangedValues {
    private static final Pattern RANGE =
            Pattern.compile("(.+);range=(\\d{1,9})-(\\d{1,9}|\\*)", Pattern.CASE_INSENSITIVE);

    private RangedValues() {}

    /** A part: its first and last place, and -1 as the last place where nothing follows. */
    private record Part(int from, int to, Attribute attribute) {}

    /** The entry with the parts of each attribute joined under its name. */
    static Entry joined(Entry entry) {
        Map<String, List<Part>> parts = parts(entry);
        if (parts.isEmpty()) {
            return entry;
        }
        Entry joined = new Entry(entry.getDN());
        for (Attribute attribute : entry.getAttributes()) {
            if (!RANGE.matcher(attribute.getName()).matches()) {
                joined.addAttribute(attribute);
            }
        }
        parts.forEach((name, all) -> all.forEach(
                part -> joined.addAttribute(new Attribute(name, part.attribute().getRawValues()))));
        return joined;
    }

    /** What is there of an attribute of which values are missing, in words; empty where all are there. */
    static Optional<String> gap(Entry entry, String name) {
        List<Part> parts = parts(entry).getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
        int next = 0;
        for (Part part : parts) {
            if (part.from() > next) {
                return Optional.of(
                        "the values from " + next + " to " + (part.from() - 1) + " of " + name + " are missing");
            }
            if (part.to() < 0) {
                return Optional.empty();
            }
            next = Math.max(next, part.to() + 1);
        }
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of("the values from " + next + " on of " + name + " are missing");
    }

    private static Map<String, List<Part>> parts(Entry entry) {
        Map<String, List<Part>> parts = new TreeMap<>();
        for (Attribute attribute : entry.getAttributes()) {
            Matcher matcher = RANGE.matcher(attribute.getName());
            if (matcher.matches()) {
                String last = matcher.group(3);
                parts.computeIfAbsent(matcher.group(1).toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                        .add(new Part(
                                Integer.parseInt(matcher.group(2)),
                                last.equals("*") ? -1 : Integer.parseInt(last),
                                attribute));
            }
        }
        parts.values().forEach(all -> all.sort(Comparator.comparingInt(Part::from)));
        return parts;
    }
}
