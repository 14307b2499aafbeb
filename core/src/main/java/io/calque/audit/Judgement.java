package io.calque.audit;

import io.calque.licence.Licence;
import io.calque.licence.Licences;
import io.calque.policy.GateState;
import io.calque.policy.Licensing;
import io.calque.policy.Situation;
import io.calque.policy.Verdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What is true of everybody in one situation who holds the same licences; judged once, however many there are.
 *
 * @param needed the licences needed
 * @param lacking the licences that are needed and not held, each with its grounds
 * @param unused the licences that are held and not needed
 * @param missing the rights that are licensed and not given
 * @param reasons the rights for which each needed licence is needed
 */
record Judgement(
        Licences needed,
        Map<Licence, Grounds> lacking,
        List<Licence> unused,
        List<String> missing,
        Map<Licence, List<String>> reasons) {

    static Judgement of(Licensing licensing, Situation situation, Licences held) {
        Licences needed = licensing.needed(situation);
        Map<Licence, Grounds> lacking = new EnumMap<>(Licence.class);
        Map<Licence, List<String>> reasons = new EnumMap<>(Licence.class);
        List<Licence> unused = new ArrayList<>();
        for (Licence licence : Licence.values()) {
            if (needed.holds(licence)) {
                List<Verdict> rights = rightsThatNeed(licence, licensing, situation, needed);
                reasons.put(licence, rights.stream().map(Verdict::right).toList());
                if (!held.holds(licence)) {
                    rights.stream().findFirst().ifPresent(first -> lacking.put(licence, grounds(first)));
                }
            } else if (held.holds(licence)) {
                unused.add(licence);
            }
        }
        List<String> missing = situation.account().enabled()
                ? licensing.missing(situation, held).stream()
                        .map(Verdict::right)
                        .toList()
                : List.of();
        return new Judgement(needed, lacking, unused, missing, reasons);
    }

    /** The rights that somebody with all needed licences but this one would have without a licence. */
    private static List<Verdict> rightsThatNeed(
            Licence licence, Licensing licensing, Situation situation, Licences needed) {
        List<Licence> others = new ArrayList<>(needed.asSet());
        others.remove(licence);
        return licensing.excess(situation, licence == Licence.STANDARD ? Licences.NONE : Licences.of(others));
    }

    private static Grounds grounds(Verdict verdict) {
        GateState gate = verdict.gates().getFirst();
        return new Grounds(verdict.right(), gate.condition().setting().name(), gate.value(), gate.identity());
    }
}
