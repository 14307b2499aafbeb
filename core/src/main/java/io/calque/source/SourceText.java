package io.calque.source;

/**
 * The text of one input file.
 *
 * @param name the file's name as findings show it
 * @param text its content, decoded
 */
public record SourceText(String name, String text) {}
