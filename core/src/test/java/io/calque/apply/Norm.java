package io.calque.apply;

import io.calque.catalogue.Catalogue;
import io.calque.catalogue.PolicyType;
import io.calque.catalogue.Setting;
import io.calque.policy.Policy;
import io.calque.state.Observed;
import java.util.ArrayList;
import java.util.List;

/** A state in words that are equal when the states mean the same: a setting at its default counts as not set. */
final class Norm {
    private Norm() {}

    static List<String> of(Observed observed) {
        List<String> words = new ArrayList<>();
        for (PolicyType type : PolicyType.values()) {
            for (Policy policy : observed.policies().all(type)) {
                StringBuilder line = new StringBuilder(policy.identity().key());
                for (Setting setting : Catalogue.standard().settings(type)) {
                    if (policy.differs(setting)) {
                        line.append(' ')
                                .append(setting.name())
                                .append('=')
                                .append(policy.value(setting).orElseThrow().print());
                    }
                }
                words.add(type.id() + " " + line);
            }
        }
        observed.users().forEach(user -> words.add(user.toString()));
        return words;
    }
}
