package io.calque.policy;

import io.calque.licence.Condition;

/**
 * One condition of a right's gate as it stands for a person.
 *
 * @param condition the condition
 * @param value the effective value, as the product writes it; empty text where none is known
 * @param identity the policy that the value comes from, or {@code Account}
 * @param open whether the condition holds
 */
public record GateState(Condition condition, String value, String identity, boolean open) {}
