package io.calque.audit;

import io.calque.licence.Licence;

/**
 * A person who holds a licence and has nothing that needs it.
 *
 * @param subject the name under which the server knows the person, else the person's name in the source
 * @param licence the licence
 */
public record Unused(String subject, Licence licence) {}
