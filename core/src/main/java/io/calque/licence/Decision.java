package io.calque.licence;

/**
 * A workspace's override of one row of a profile.
 *
 * @param right the right's id
 * @param need what it needs here
 * @param reason why, printed wherever the row counts
 */
public record Decision(String right, Need need, String reason) {}
