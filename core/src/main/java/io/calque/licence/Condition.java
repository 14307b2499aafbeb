package io.calque.licence;

import io.calque.catalogue.PolicyType;
import io.calque.catalogue.Setting;
import io.calque.catalogue.Value;

/** One setting that must have a certain value for a right to be given. */
public sealed interface Condition {
    /** The setting that is looked at. */
    Setting setting();

    /** What its value must be. */
    Test test();

    /** A setting of the effective policy of a type. */
    record OfPolicy(PolicyType type, Setting setting, Test test) implements Condition {}

    /** A setting of the account itself. */
    record OfAccount(Setting setting, Test test) implements Condition {}

    /** A comparison with a value. */
    record Test(Operator operator, Value value) {
        /** Whether a value passes. */
        public boolean passes(Value actual) {
            return switch (operator) {
                case IS -> actual.equals(value);
                case IS_NOT -> !actual.equals(value);
                case AT_LEAST ->
                    actual instanceof Value.Int(long number)
                            && value instanceof Value.Int(long least)
                            && number >= least;
            };
        }

        /** As people write it: {@code = True}. */
        @Override
        public String toString() {
            return operator.sign + " " + value.print();
        }
    }

    /** How a value is compared. */
    enum Operator {
        IS("="),
        IS_NOT("!="),
        AT_LEAST(">=");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        /** The sign that the data files use. */
        public String sign() {
            return sign;
        }
    }
}
