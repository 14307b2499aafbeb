package io.calque.audit;

import io.calque.licence.Licence;
import io.calque.licence.Licences;

/**
 * A person who has a right without the licence that it needs.
 *
 * @param subject the name under which the server knows the person
 * @param held the licences held
 * @param lacking the licence that is lacking
 * @param grounds the right, with what gives it
 */
public record Excess(String subject, Licences held, Licence lacking, Grounds grounds) {}
