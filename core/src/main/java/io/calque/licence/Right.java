package io.calque.licence;

import io.calque.catalogue.ProductVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a licence allows, in a role, with the gate that gives it.
 *
 * @param id the stable id, {@code meeting.organise.audio}
 * @param label what it allows, as a verb phrase: "organise audio conferences"
 * @param role in which role a person has it
 * @param since the first product version that has it
 * @param gate the conditions that must all hold
 * @param question the question that tells policies with it from policies without, for the decision diagram; null for none
 * @param rules the ids of the rules of meeting behaviour that the gate rests on
 */
public record Right(
        String id,
        String label,
        Role role,
        ProductVersion since,
        List<Condition> gate,
        @Nullable String question,
        List<String> rules) {

    public Right {
        gate = List.copyOf(gate);
        rules = List.copyOf(rules);
    }
}
