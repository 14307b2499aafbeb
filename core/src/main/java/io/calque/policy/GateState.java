package io.calque.policy;

import io.calque.catalogue.Value;
import io.calque.licence.Condition;
import java.util.Optional;

/**
 * One condition of a right's gate as it stands for a person.
 *
 * @param condition the condition
 * @param value the effective value, as the product writes it; empty text where none is known
 * @param identity the policy that the value comes from, or {@code Account}
 * @param open whether the condition holds
 */
public record GateState(Condition condition, String value, String identity, boolean open) {
    /** How a condition stands in a situation. A setting whose value nobody knows leaves its gate open. */
    public static GateState of(Condition condition, EffectiveState situation) {
        return switch (condition) {
            case Condition.OfPolicy(var type, var setting, var test) -> {
                Policy policy = situation.policy(type);
                Optional<Value> value = policy.value(setting);
                yield new GateState(
                        condition,
                        value.map(Value::print).orElse(""),
                        policy.identity().print(),
                        value.map(test::passes).orElse(true));
            }
            case Condition.OfAccount(var setting, var test) -> {
                Value value = situation.account().value(setting);
                yield new GateState(condition, value.print(), "Account", test.passes(value));
            }
        };
    }
}
