package io.calque.plan;

import java.util.Optional;

/**
 * How many licences of a kind there are and are needed.
 *
 * @param owned how many the company owns, where the workspace says so
 * @param before how many the effective policies need before the plan
 * @param after how many they need after it
 */
public record SeatCount(Optional<Long> owned, long before, long after) {}
