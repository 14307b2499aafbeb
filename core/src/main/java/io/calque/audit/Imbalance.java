package io.calque.audit;

import io.calque.licence.Licences;
import java.util.List;

/**
 * One user for whom licences held and rights given differ.
 *
 * @param subject the user, as the server names it
 * @param held the licences held
 * @param needed the licences that the rights given need
 * @param policy the effective conferencing policy, as the product prints it
 * @param grounds the rights that make the difference, and the settings that decide them
 */
public record Imbalance(String subject, Licences held, Licences needed, String policy, List<Ground> grounds) {
    public Imbalance {
        grounds = List.copyOf(grounds);
    }

    /** The ids of the rights that make the difference. */
    public List<String> rights() {
        return grounds.stream().map(Ground::right).toList();
    }
}
