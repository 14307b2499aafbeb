package io.calque.explain;

import io.calque.assign.Assignment;
import io.calque.assign.Rule;
import io.calque.licence.Licences;
import io.calque.people.Identifiers;
import io.calque.policy.EffectiveState;
import io.calque.policy.Licensing;
import io.calque.policy.Verdict;
import io.calque.state.UserState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What there is to say about one person.
 *
 * @param ids the names under which the person was found
 * @param user the person on the server; null when not there
 * @param assignment what the workspace gives the person; null when the person is not among its people
 * @param situation the effective policies and the account
 * @param verdicts every right
 * @param licensing the rules under which they are judged
 */
public record Explanation(
        Identifiers ids,
        @Nullable UserState user,
        @Nullable Assignment assignment,
        EffectiveState situation,
        List<Verdict> verdicts,
        Licensing licensing) {
    public Explanation {
        verdicts = List.copyOf(verdicts);
    }

    /** The licences that the person holds, as the workspace says. */
    public Licences licences() {
        return assignment == null || assignment.persona() == null
                ? Licences.NONE
                : assignment.persona().licences();
    }

    /** How a right stands against the licences held. */
    public Balance balance(Verdict verdict) {
        boolean licensed = verdict.licensed(licences());
        if (licensed == verdict.granted()) {
            return Balance.EVEN;
        }
        if (licensed) {
            return Balance.WITHHELD;
        }
        return licensing.isInseparable(verdict.entitlement(), licences()) ? Balance.INSEPARABLE : Balance.BEYOND;
    }

    /** How a right given or denied stands against the licences held. */
    public enum Balance {
        /** Given and licensed, or neither. */
        EVEN,
        /** Licensed and not given. */
        WITHHELD,
        /** Given beyond the licences. */
        BEYOND,
        /** Given beyond the licences, and no setting can deny it without taking a licensed right. */
        INSEPARABLE
    }

    /** Why the person gets what they get, the deciding reason first, then what loses. */
    public List<String> because() {
        if (assignment == null) {
            return List.of("not among the workspace's people");
        }
        List<String> reasons = new ArrayList<>(List.of(assignment.because()));
        for (Rule loser : assignment.losers()) {
            reasons.add("matches too, but comes later: " + loser.because());
        }
        return reasons;
    }
}
