package io.calque.catalogue;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One parameter of a policy type or of an account.
 *
 * @param name the parameter's name as the product spells it
 * @param shape the values that it takes
 * @param standard the value that a new policy has; null where the documentation gives none
 * @param binds whom it binds
 * @param versions the product versions that have it; empty for a setting reserved to the online service
 * @param controls what it controls, in one sentence
 * @param source where that is documented
 * @param disputed where sources disagree or are silent, in words; null when they agree
 */
public record Setting(
        String name,
        SettingType shape,
        @Nullable Value standard,
        Binding binds,
        Set<ProductVersion> versions,
        String controls,
        String source,
        @Nullable String disputed) {

    public Setting {
        versions = Set.copyOf(versions);
    }

    /** The product default, where one is documented. */
    public Optional<Value> defaultValue() {
        return Optional.ofNullable(standard);
    }

    /** Whether a product version has it. */
    public boolean in(ProductVersion version) {
        return versions.contains(version);
    }
}
