package io.calque.plan;

/**
 * A limit that somebody lifted for one plan or run, on the record.
 *
 * @param what the limit: a finding's code such as {@code CQ301}, or a brake's name such as {@code maxShare}
 * @param reason why, in the words of whoever lifted it, or how far the limit is exceeded
 */
public record Waiver(String what, String reason) {}
