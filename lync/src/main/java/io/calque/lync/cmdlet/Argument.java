package io.calque.lync.cmdlet;

/** A parameter and what it is given. */
public record Argument(String parameter, Operand operand) {}
