package io.calque.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The types of policy that Calque manages. */
public enum PolicyType {
    /** What a person's meetings may carry and what the person may do in sessions. */
    CONFERENCING("ConferencingPolicy"),
    /** What a person with Enterprise Voice may do with calls. */
    VOICE("VoicePolicy");

    private final String noun;

    PolicyType(String noun) {
        this.noun = noun;
    }

    /** The id that files and JSON use: {@code conferencing}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The property of a user and the noun of the cmdlets: {@code ConferencingPolicy}. */
    public String noun() {
        return noun;
    }

    /** The type with an id, in any case. */
    public static Optional<PolicyType> of(String id) {
        return Arrays.stream(values()).filter(t -> t.id().equalsIgnoreCase(id)).findFirst();
    }

    /** All ids. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(PolicyType::id).toList();
    }
}
