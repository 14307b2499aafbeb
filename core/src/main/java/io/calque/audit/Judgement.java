package io.calque.audit;

import io.calque.licence.Licence;
import io.calque.licence.Licences;
import io.calque.policy.EffectiveState;
import io.calque.policy.Licensing;
import io.calque.policy.Verdict;
import java.util.List;

/**
 * What the server gives in one situation to somebody who holds some licences. Users in the same situation are judged once.
 *
 * @param needed the fewest licences that cover what is given
 * @param given the rights given, those aside that no setting could deny to holders of the licences needed
 * @param beyond the rights given beyond the licences held, with the settings that give them
 * @param withheld the rights not given for which the licences held beyond those needed are there, with the settings that deny them
 */
record Judgement(Licences needed, List<Verdict> given, List<Ground> beyond, List<Ground> withheld) {
    static Judgement of(Licensing licensing, EffectiveState situation, Licences held) {
        Licences needed = licensing.needed(situation);
        List<Verdict> given = licensing.verdicts(situation).stream()
                .filter(Verdict::granted)
                .filter(verdict -> verdict.licensed(needed))
                .toList();
        return new Judgement(
                needed,
                given,
                licensing.culprits(licensing.excess(situation, held), held).entrySet().stream()
                        .map(culprit -> Ground.of(culprit.getKey(), culprit.getValue()))
                        .toList(),
                licensing.missing(situation, held).stream()
                        .filter(verdict -> !verdict.licensed(needed))
                        .map(verdict -> Ground.closed(verdict, situation))
                        .toList());
    }

    /** The ids of the rights given that nobody without a licence may have. */
    List<String> rightsNeeding(Licence licence) {
        return given.stream()
                .filter(verdict -> verdict.entitlement().need().alternatives().stream()
                        .allMatch(alternative -> alternative.holds(licence)))
                .map(Verdict::right)
                .toList();
    }
}
