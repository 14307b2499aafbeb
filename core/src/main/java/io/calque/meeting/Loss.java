package io.calque.meeting;

/**
 * What somebody loses because of another's step: video, when a call grows.
 *
 * @param person whose it was
 * @param medium what it was: {@code video}
 * @param setting the setting that takes it
 * @param rule the rule
 */
public record Loss(String person, Medium medium, String setting, String rule) {}
