package io.calque.catalogue;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** All settings of all policy types and of the account, for all product versions. Immutable. */
public final class Catalogue {
    private static final Catalogue INSTANCE = new Catalogue();

    private final Map<PolicyType, Map<String, Setting>> settings = new EnumMap<>(PolicyType.class);
    private final Map<String, Setting> account;

    private Catalogue() {
        for (PolicyType type : PolicyType.values()) {
            settings.put(type, SettingsFile.read(type.id() + ".csv"));
        }
        account = SettingsFile.read("account.csv");
    }

    /** The catalogue that the program brings along, read from its data files on first use. */
    public static Catalogue standard() {
        return INSTANCE;
    }

    /** The settings that a version has, in the catalogue's order. */
    public List<Setting> settings(PolicyType type, ProductVersion version) {
        return of(type).values().stream().filter(s -> s.in(version)).toList();
    }

    /** All settings of a type, of whatever version, in the catalogue's order. */
    public Collection<Setting> settings(PolicyType type) {
        return of(type).values();
    }

    /** A setting by its name, in any case, of whatever version. */
    public Optional<Setting> setting(PolicyType type, String name) {
        return Optional.ofNullable(of(type).get(name.toLowerCase(Locale.ROOT)));
    }

    /** The account settings that matter for licences, in the catalogue's order. */
    public Collection<Setting> account() {
        return account.values();
    }

    /** An account setting by its name, in any case. */
    public Optional<Setting> account(String name) {
        return Optional.ofNullable(account.get(name.toLowerCase(Locale.ROOT)));
    }

    private Map<String, Setting> of(PolicyType type) {
        return settings.getOrDefault(type, Map.of());
    }
}
