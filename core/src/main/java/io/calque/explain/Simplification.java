package io.calque.explain;

import io.calque.policy.Identity;
import java.util.List;
import java.util.Map;

/**
 * How a workspace could do with fewer user policies of one type, as data.
 *
 * @param equal groups of policies that are equal but for their names and notes
 * @param subsumed policies all of whose rights another policy gives too, without giving their people anything beyond their licences; each
 *     with the one that gives the fewest rights more
 * @param unused policies that no persona wants
 * @param keep the smallest set that gives every persona exactly the rights that its policy gives now
 * @param moves personas that would get another policy, by name; {@code Global} where no user policy is needed
 * @param drop the policies that nobody would need
 */
public record Simplification(
        List<List<Identity>> equal,
        List<Subsumed> subsumed,
        List<Identity> unused,
        List<Identity> keep,
        Map<String, Identity> moves,
        List<Identity> drop) {

    /**
     * A policy whose people another policy could serve, who would get more rights by it.
     *
     * @param policy the policy
     * @param by the one that gives at least the same
     * @param more the ids of the rights that its people would get on top, all within their licences
     */
    public record Subsumed(Identity policy, Identity by, List<String> more) {
        public Subsumed {
            more = List.copyOf(more);
        }
    }

    /** Whether there is nothing to simplify. */
    public boolean isEmpty() {
        return drop.isEmpty();
    }
}
