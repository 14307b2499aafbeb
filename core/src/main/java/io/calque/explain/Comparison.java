package io.calque.explain;

import io.calque.catalogue.Catalogue;
import io.calque.catalogue.PolicyType;
import io.calque.catalogue.Setting;
import io.calque.catalogue.Value;
import io.calque.policy.Account;
import io.calque.policy.Identity;
import io.calque.policy.Licensing;
import io.calque.policy.Policy;
import io.calque.policy.Situation;
import io.calque.policy.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * What one policy gives and another does not, to somebody with a plain account; for voice policies one with Enterprise Voice.
 *
 * @param policy the policy
 * @param against the other one
 * @param onlyHere verdicts on the rights that only the first gives, as the first gives them
 * @param onlyThere verdicts on the rights that only the other gives, as the first refuses them
 * @param settings the settings on which they differ, notes for administrators aside
 */
public record Comparison(
        Policy policy, Policy against, List<Verdict> onlyHere, List<Verdict> onlyThere, List<Difference> settings) {

    /**
     * A setting on which two policies differ.
     *
     * @param setting the setting
     * @param here its effective value in the first policy; empty text where none is known
     * @param there its effective value in the other
     */
    public record Difference(Setting setting, String here, String there) {}

    /** Compares two policies of one type. */
    public static Comparison of(Licensing licensing, Policy policy, Policy against) {
        List<Verdict> here = given(licensing, policy);
        List<Verdict> there = given(licensing, against);
        List<Verdict> onlyHere = new ArrayList<>();
        List<Verdict> onlyThere = new ArrayList<>();
        for (int i = 0; i < here.size(); i++) {
            boolean first = here.get(i).granted();
            boolean second = there.get(i).granted();
            if (first && !second) {
                onlyHere.add(here.get(i));
            } else if (second && !first) {
                onlyThere.add(here.get(i));
            }
        }
        return new Comparison(policy, against, onlyHere, onlyThere, differences(licensing, policy, against));
    }

    /** Every right of the version as a policy gives or refuses it. */
    public static List<Verdict> given(Licensing licensing, Policy policy) {
        return licensing.verdicts(situation(policy));
    }

    /** A plain account under one policy, everything else as the product comes. */
    static Situation situation(Policy policy) {
        return switch (policy.type()) {
            case CONFERENCING -> new Situation(policy, standard(PolicyType.VOICE), Account.PLAIN);
            case VOICE ->
                new Situation(standard(PolicyType.CONFERENCING), policy, Account.PLAIN.withEnterpriseVoice(true));
        };
    }

    static List<Difference> differences(Licensing licensing, Policy policy, Policy against) {
        return Catalogue.standard().settings(policy.type(), licensing.version()).stream()
                .filter(setting -> !setting.name().equals("Description"))
                .map(setting -> new Difference(setting, print(policy, setting), print(against, setting)))
                .filter(difference -> !difference.here().equals(difference.there()))
                .toList();
    }

    private static String print(Policy policy, Setting setting) {
        return policy.value(setting).map(Value::print).orElse("");
    }

    private static Policy standard(PolicyType type) {
        return Policy.allDefaults(type, Identity.global());
    }
}
