package io.calque.meeting;

import io.calque.diagnostic.Place;
import org.jspecify.annotations.Nullable;

/**
 * What a test expects of a step; what is null may be anything.
 *
 * @param outcome how the step ends
 * @param gate the gate that closes it
 * @param setting the setting that closes it
 * @param rule the rule that decides
 * @param place where it is written
 */
public record Expectation(
        Outcome outcome,
        @Nullable Gate gate,
        @Nullable String setting,
        @Nullable String rule,
        Place place) {}
