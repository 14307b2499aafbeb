package io.calque.people;

/** Whatever stands for a person with names. */
public interface Identified {
    /** The names. */
    Identifiers ids();
}
