package io.calque.lint;

import io.calque.assign.Rule;
import io.calque.assign.When;
import io.calque.people.Fold;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The rules seen so far, by what a later condition must have in common with them to be implied by {@link Implication}: a group, a value.
 * So a rule is compared with the few that may shadow it and not with all before it. A rule that takes all of several conditions
 * stands under the one that fewest rules have. Not thread-safe.
 */
final class ShadowIndex {
    private static final String EVERYONE = "everyone";

    /** Beginnings that are longer and equal so far stand under one key. */
    private static final int LONGEST_PREFIX = 32;

    /** More levels than any directory has. */
    private static final int DEEPEST = 200;

    private final List<Rule> rules = new ArrayList<>();
    private final Map<String, List<Integer>> byKey = new HashMap<>();

    /** The first of the rules seen so far that means everybody whom a condition means. */
    Optional<Rule> shadow(When narrow) {
        return sought(narrow)
                .map(key -> byKey.getOrDefault(key, List.of()))
                .flatMap(candidates ->
                        candidates.stream()
                                .filter(i ->
                                        Implication.holds(narrow, rules.get(i).when()))
                                .findFirst()
                                .stream())
                .min(Integer::compare)
                .map(rules::get);
    }

    /** Adds the next rule. */
    void add(Rule rule) {
        int position = rules.size();
        rules.add(rule);
        keys(rule.when())
                .forEach(key ->
                        byKey.computeIfAbsent(key, _ -> new ArrayList<>()).add(position));
    }

    /** The keys under which a wide condition stands: whatever it is implied by seeks one of them. */
    private Set<String> keys(When wide) {
        Set<String> keys = new LinkedHashSet<>();
        switch (wide) {
            case When.Everyone _ -> keys.add(EVERYONE);
            case When.InGroup(var name, var _) -> keys.add("group " + Fold.text(name));
            case When.InUnit(var unit, var _) -> keys.add("unit " + Fold.distinguishedName(unit));
            case When.HasAttribute(var name, var test, var _) -> keys.addAll(keys(fold(name), test));
            case When.Not(var inner) -> sought(inner).forEach(key -> keys.add("not " + key));
            case When.Any(var parts) -> parts.forEach(part -> keys.addAll(keys(part)));
            case When.All(var parts) -> keys.addAll(rarest(parts));
            case When.Listed list -> keys.add("list " + list.hashCode());
        }
        return keys;
    }

    private Set<String> rarest(List<When> parts) {
        Set<String> best = Set.of();
        long fewest = Long.MAX_VALUE;
        for (When part : parts) {
            Set<String> keys = keys(part);
            long rules = keys.stream()
                    .mapToLong(key -> byKey.getOrDefault(key, List.of()).size())
                    .sum();
            if (rules < fewest) {
                best = keys;
                fewest = rules;
            }
        }
        return best;
    }

    private static Set<String> keys(String name, When.ValueTest test) {
        return switch (test) {
            case When.ValueTest.OneOf(var words) -> {
                Set<String> keys = new LinkedHashSet<>();
                words.forEach(word -> keys.add(value(name, word)));
                yield keys;
            }
            case When.ValueTest.StartsWith(var word) -> Set.of(prefix(name, word));
            case When.ValueTest.Matching(var pattern) -> Set.of("pattern " + name + " " + pattern.pattern());
        };
    }

    /** The keys of all conditions that may imply a narrow one's people, each perhaps more than once. */
    private Stream<String> sought(When narrow) {
        Stream<String> own = switch (narrow) {
            case When.InGroup(var name, var _) -> Stream.of("group " + Fold.text(name));
            case When.InUnit(var unit, var _) -> units(unit);
            case When.HasAttribute(var name, var test, var _) -> sought(fold(name), test);
            case When.Not(var inner) -> keys(inner).stream().map(key -> "not " + key);
            // All its parts must be implied, so that what implies one of them is enough to look at.
            case When.Any(var parts) -> parts.stream().limit(1).flatMap(this::sought);
            case When.All(var parts) -> parts.stream().flatMap(this::sought);
            case When.Listed list -> Stream.of("list " + list.hashCode());
            case When.Everyone _ -> Stream.of();
        };
        return Stream.concat(Stream.of(EVERYONE), own);
    }

    private static Stream<String> sought(String name, When.ValueTest test) {
        return switch (test) {
            case When.ValueTest.OneOf(var words) ->
                words.stream()
                        .limit(1)
                        .flatMap(word -> Stream.concat(Stream.of(value(name, word)), prefixes(name, word)));
            case When.ValueTest.StartsWith(var word) -> Stream.of(prefix(name, word));
            case When.ValueTest.Matching(var pattern) -> Stream.of("pattern " + name + " " + pattern.pattern());
        };
    }

    private static Stream<String> prefixes(String name, String word) {
        return IntStream.rangeClosed(0, Math.min(word.length(), LONGEST_PREFIX))
                .mapToObj(length -> prefix(name, word.substring(0, length)));
    }

    /** A unit and all that it is below. */
    private static Stream<String> units(String unit) {
        String folded = String.valueOf(Fold.distinguishedName(unit));
        return Stream.iterate(
                        folded,
                        name -> !name.isEmpty(),
                        name -> name.indexOf(',') < 0 ? "" : name.substring(name.indexOf(',') + 1))
                .limit(DEEPEST)
                .map(name -> "unit " + name);
    }

    private static String value(String name, String word) {
        return "value " + name + " " + fold(word);
    }

    private static String prefix(String name, String word) {
        return "prefix " + name + " " + fold(word.substring(0, Math.min(word.length(), LONGEST_PREFIX)));
    }

    /** Equal for texts that are equal but for case, as {@link String#equalsIgnoreCase} has it. */
    private static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            folded.append(Character.toLowerCase(Character.toUpperCase(text.charAt(i))));
        }
        return folded.toString();
    }
}
