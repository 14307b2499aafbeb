package io.calque.journal;

import java.time.Instant;

/**
 * One line of a journal.
 *
 * @param number its number, counted from 1
 * @param at when it was written
 * @param event what it records
 */
public record Entry(long number, Instant at, Event event) {}
