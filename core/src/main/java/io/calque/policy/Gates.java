package io.calque.policy;

import io.calque.catalogue.Setting;
import io.calque.catalogue.SettingType;
import io.calque.catalogue.Value;
import io.calque.licence.Condition;
import java.util.Optional;
import java.util.stream.Stream;

/** The values that open and close a condition of a gate. */
public final class Gates {
    private Gates() {}

    /** A value that makes the condition hold: the default if it does, else the one nearest to the condition. */
    public static Optional<Value> opening(Condition condition) {
        return pick(condition, true);
    }

    /** A value that makes the condition fail; empty where every value of the setting passes. */
    public static Optional<Value> closing(Condition condition) {
        return pick(condition, false);
    }

    private static Optional<Value> pick(Condition condition, boolean passes) {
        Setting setting = condition.setting();
        Value compared = condition.test().value();
        return Stream.concat(setting.defaultValue().stream(), candidates(setting.shape(), compared))
                .filter(value -> condition.test().passes(value) == passes)
                .findFirst();
    }

    private static Stream<Value> candidates(SettingType shape, Value compared) {
        return switch (shape) {
            case SettingType.Flags _ -> Stream.of(new Value.Flag(true), new Value.Flag(false));
            case SettingType.Choice choice -> choice.options().stream().map(Value.Text::new);
            case SettingType.Wholes wholes
            when compared instanceof Value.Int(long number) ->
                Stream.of(number, number - 1, number + 1)
                        .filter(n -> n >= wholes.least() && n <= wholes.most())
                        .map(Value.Int::new);
            case SettingType.Wholes _, SettingType.FreeText _, SettingType.FreeTexts _ -> Stream.of(compared);
        };
    }
}
