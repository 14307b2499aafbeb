package io.calque.audit;

/**
 * Why a licence is needed: the first right, in the order of the rights file, that needs it.
 *
 * @param right the right's id
 * @param setting the setting that gives it
 * @param value the setting's value, as the product writes it
 * @param identity the policy in which the setting stands, or {@code Account}
 */
public record Grounds(String right, String setting, String value, String identity) {}
