package io.calque.explain;

import io.calque.catalogue.Catalogue;
import io.calque.catalogue.PolicyType;
import io.calque.catalogue.Setting;
import io.calque.catalogue.Value;
import io.calque.policy.Licensing;
import io.calque.policy.Policy;
import io.calque.policy.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What one policy or persona gives and another does not.
 *
 * @param subject the first
 * @param against the other one
 * @param onlyHere verdicts on the rights that only the first gives, as the first gives them
 * @param onlyThere verdicts on the rights that only the other gives, as the first refuses them
 * @param settings the settings on which they differ, notes for administrators aside
 */
public record Comparison(
        Subject subject, Subject against, List<Verdict> onlyHere, List<Verdict> onlyThere, List<Difference> settings) {

    /**
     * A setting on which two policies differ.
     *
     * @param setting the setting
     * @param here its effective value in the first policy; empty text where none is known
     * @param there its effective value in the other
     */
    public record Difference(Setting setting, String here, String there) {}

    /** Compares two. */
    public static Comparison of(Licensing licensing, Subject subject, Subject against) {
        List<Verdict> here = licensing.verdicts(subject.situation());
        List<Verdict> there = licensing.verdicts(against.situation());
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
        List<Difference> settings = Arrays.stream(PolicyType.values())
                .flatMap(type ->
                        differences(
                                licensing,
                                subject.situation().policy(type),
                                against.situation().policy(type))
                                .stream())
                .toList();
        return new Comparison(subject, against, onlyHere, onlyThere, settings);
    }

    /** Every right of the version as a policy gives or refuses it to somebody with a plain account. */
    public static List<Verdict> given(Licensing licensing, Policy policy) {
        return licensing.verdicts(Subject.situation(policy));
    }

    static List<Difference> differences(Licensing licensing, Policy policy, Policy against) {
        return Catalogue.standard().settings(policy.type(), licensing.version()).stream()
                .filter(setting -> !setting.name().equals("Description"))
                .map(setting -> new Difference(setting, print(policy, setting), print(against, setting)))
                .filter(difference -> !difference.here().equals(difference.there()))
                .toList();
    }

    /** The effective values of a policy, notes for administrators aside: equal where {@link #differences} are none. */
    static List<String> values(Licensing licensing, Policy policy) {
        return Catalogue.standard().settings(policy.type(), licensing.version()).stream()
                .filter(setting -> !setting.name().equals("Description"))
                .map(setting -> print(policy, setting))
                .toList();
    }

    private static String print(Policy policy, Setting setting) {
        return policy.value(setting).map(Value::print).orElse("");
    }
}
