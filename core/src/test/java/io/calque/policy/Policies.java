package io.calque.policy;

import io.calque.catalogue.Catalogue;
import io.calque.catalogue.PolicyType;
import io.calque.catalogue.ProductVersion;
import io.calque.catalogue.Setting;
import io.calque.catalogue.SettingType;
import io.calque.catalogue.Value;
import io.calque.licence.Licence;
import io.calque.licence.Licences;
import io.calque.licence.Profile;
import io.calque.licence.Reading;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Policies and situations for tests. */
public final class Policies {
    private Policies() {}

    /** The rules of a version under the default profile. */
    public static Licensing licensing(ProductVersion version) {
        return Licensing.of(version, Profile.of(Profile.DEFAULT).orElseThrow());
    }

    /** A set of licences with Standard in it. */
    public static Licences held(Licence... more) {
        return Licences.STANDARD.and(Licences.of(more));
    }

    /** A user policy with settings written {@code Name=Value}. */
    public static Policy policy(PolicyType type, String name, String... settings) {
        Map<String, Value> values = new LinkedHashMap<>();
        for (String setting : settings) {
            String[] parts = setting.split("=", 2);
            Setting known = Catalogue.standard().setting(type, parts[0]).orElseThrow();
            if (known.shape().read(parts[1]) instanceof SettingType.Reading.Good(Value value)) {
                values.put(known.name(), value);
            } else {
                throw new IllegalArgumentException(setting);
            }
        }
        return new Policy(type, Identity.of(name), values);
    }

    /** A plain account under one conferencing policy. */
    public static EffectiveState situation(String... settings) {
        return new EffectiveState(policy(PolicyType.CONFERENCING, "P", settings), voice(), Account.PLAIN);
    }

    /** The Global voice policy, all defaults. */
    public static Policy voice() {
        return Policy.allDefaults(PolicyType.VOICE, Identity.global());
    }

    /** Any conferencing policy that sets any of the settings that gates look at. */
    public static Arbitrary<Policy> conferencing() {
        Arbitrary<Long> sizes = Arbitraries.of(2L, 3L, 250L);
        Arbitrary<String> sharing = Arbitraries.of("Desktop", "SingleApplication", "None");
        return Combinators.combine(flags(PolicyType.CONFERENCING), sizes, sharing)
                .as((on, size, what) -> {
                    Map<String, Value> settings = new LinkedHashMap<>(on);
                    settings.put("MaxMeetingSize", new Value.Int(size));
                    settings.put("EnableAppDesktopSharing", new Value.Text(what));
                    return new Policy(PolicyType.CONFERENCING, Identity.of("P"), settings);
                });
    }

    /** Any account. */
    public static Arbitrary<Account> accounts() {
        Arbitrary<Boolean> flag = Arbitraries.of(true, false);
        return Combinators.combine(flag, flag, flag, flag).as(Account::new);
    }

    /** Any rules: every version, every profile, and every reading of every topic, whatever the profile chooses. */
    public static Arbitrary<Licensing> licensings() {
        List<Arbitrary<Reading>> readings = Reading.topics().stream()
                .map(topic -> Arbitraries.of(Reading.of(topic)))
                .toList();
        return Combinators.combine(
                        Arbitraries.of(ProductVersion.values()),
                        Arbitraries.of(Profile.names()),
                        Combinators.combine(readings).as(chosen -> chosen))
                .as((version, name, chosen) -> {
                    Profile profile = Profile.of(name).orElseThrow();
                    for (Reading reading : chosen) {
                        profile = profile.choosing(reading);
                    }
                    return Licensing.of(version, profile);
                });
    }

    /** Any voice policy that sets any of its flags. */
    public static Arbitrary<Policy> voices() {
        return flags(PolicyType.VOICE).map(settings -> new Policy(PolicyType.VOICE, Identity.of("V"), settings));
    }

    private static Arbitrary<Map<String, Value>> flags(PolicyType type) {
        List<Setting> flags = Catalogue.standard().settings(type).stream()
                .filter(setting -> setting.shape() instanceof SettingType.Flags)
                .toList();
        return Arbitraries.of(true, false).list().ofSize(flags.size()).map(on -> {
            Map<String, Value> settings = new LinkedHashMap<>();
            for (int i = 0; i < flags.size(); i++) {
                settings.put(flags.get(i).name(), new Value.Flag(on.get(i)));
            }
            return settings;
        });
    }
}
