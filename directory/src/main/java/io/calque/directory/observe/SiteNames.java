package io.calque.directory.observe;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.people.Identifiers;
import io.calque.state.UserState;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which site each number means: as stated, or as the people whom the pool shows are at home there. Not thread-safe while learning. */
final class SiteNames {
    private final Map<String, String> names;
    private final Map<String, NumberEvidence<String>> sightings = new TreeMap<>();

    SiteNames(Map<String, String> stated) {
        this.names = new HashMap<>(stated);
    }

    /** Takes note of a person's site; {@code known} is the person as the pool shows them. */
    void see(Identifiers person, @Nullable String number, @Nullable UserState known) {
        if (number != null && !names.containsKey(number)) {
            sightings
                    .computeIfAbsent(number, _ -> new NumberEvidence<>(UserState::site))
                    .see(person, known != null && known.site() != null ? known : null);
        }
    }

    /**
     * Learns what the exemplars tell.
     *
     * @param matter whether any site has policies of its own; else nothing depends on sites, and those without a name are not told
     */
    void learn(boolean matter, KnownUsers exemplars, Findings findings) {
        sightings.forEach((number, sighting) -> {
            Optional<String> name = sighting.meaning();
            Optional<Identifiers> contradiction = sighting.contradiction();
            if (name.isPresent() && contradiction.isEmpty()) {
                names.put(number, name.get());
            } else if (matter) {
                Identifiers person = contradiction.orElse(sighting.exemplar());
                findings.add(Finding.of(
                                Code.SITE_NUMBER_UNKNOWN,
                                name.isEmpty()
                                        ? "no known user shows which site the number " + number + " is; "
                                                + person.title() + " is at home there"
                                        : "the site " + number + " would be " + name.get() + " by "
                                                + sighting.exemplar().title() + ", and another by " + person.title())
                        .help(exemplars.lookUp(person) + ", with Get-CsSite; or state it with sites: {" + number
                                + ": NAME}"));
            }
        });
    }

    @Nullable
    String of(@Nullable String number) {
        return number == null ? null : names.get(number);
    }
}
