package io.calque.assign;

import io.calque.diagnostic.Place;

/**
 * One line of the ordered list that gives people personas; the first that matches wins.
 *
 * @param name what it is called in reasons and findings
 * @param when whom it means
 * @param persona what they get
 * @param place where it is written
 */
public record Rule(String name, When when, Persona persona, Place place) {
    /** The reason given for what this rule decides. */
    public String because() {
        return "rule '" + name + "' (" + place.file() + ":" + place.line() + "): persona " + persona.name();
    }
}
