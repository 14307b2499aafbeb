package io.calque.policy;

import io.calque.catalogue.PolicyType;
import io.calque.catalogue.Setting;
import io.calque.catalogue.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A policy as the server holds it: the settings that differ from the product's default.
 *
 * @param type the policy type
 * @param identity scope and name
 * @param settings the values that were set, by the settings' names as the product spells them
 */
public record Policy(PolicyType type, Identity identity, Map<String, Value> settings) {
    public Policy {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /** A policy in which everything has the product's default. */
    public static Policy allDefaults(PolicyType type, Identity identity) {
        return new Policy(type, identity, Map.of());
    }

    /** The same policy with some settings set otherwise. */
    public Policy with(Map<String, Value> changes) {
        Map<String, Value> all = new LinkedHashMap<>(settings);
        all.putAll(changes);
        return new Policy(type, identity, all);
    }

    /** The value in force: what was set, else the product's default; empty where neither is known. */
    public Optional<Value> value(Setting setting) {
        Value set = settings.get(setting.name());
        return set != null ? Optional.of(set) : setting.defaultValue();
    }

    /** Whether a setting was set to something other than the product's default. */
    public boolean differs(Setting setting) {
        @Nullable Value set = settings.get(setting.name());
        return set != null && !set.equals(setting.standard());
    }
}
