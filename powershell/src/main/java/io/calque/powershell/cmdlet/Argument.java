package io.calque.powershell.cmdlet;

/** A parameter and what it is given. */
public record Argument(String parameter, Operand operand) {}
