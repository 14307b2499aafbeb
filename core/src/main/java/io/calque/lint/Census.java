package io.calque.lint;

import io.calque.assign.Persona;
import io.calque.catalogue.PolicyType;
import java.util.List;

/**
 * How many people each rule means and decides for.
 *
 * @param people how many people there are
 * @param rules the counts of each rule, in the rules' order
 * @param withoutGrant how many people get no conferencing policy of their own
 * @param online how many people are homed online, whom nothing here concerns
 * @param remoteControlWithoutPlus how many people have remote call control on the server and hold no Plus; 0 where the server is not
 *     known
 */
public record Census(
        long people, List<RuleCount> rules, long withoutGrant, long online, long remoteControlWithoutPlus) {
    /**
     * The counts of a rule.
     *
     * @param means how many people its condition means
     * @param decides for how many of them it is the one that counts
     */
    public record RuleCount(long means, long decides) {}

    public Census {
        rules = List.copyOf(rules);
    }

    /** So many people, in words. */
    static String words(long people) {
        return people == 1 ? "1 person" : people + " people";
    }

    /** Whether a persona grants a conferencing policy. */
    static boolean grants(Persona persona) {
        return persona.wish(PolicyType.CONFERENCING)
                .filter(wish -> wish.policy() != null)
                .isPresent();
    }
}
