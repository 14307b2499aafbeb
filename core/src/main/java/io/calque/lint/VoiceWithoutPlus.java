package io.calque.lint;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Place;
import io.calque.licence.Condition;
import io.calque.policy.GateState;
import io.calque.policy.Verdict;
import io.calque.workspace.WorkspaceReader;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Enterprise Voice or remote call control for people without Plus. */
final class VoiceWithoutPlus implements LintRule {
    private static final Set<String> FLAGS = Set.of("EnterpriseVoiceEnabled", "RemoteCallControlTelephonyEnabled");

    @Override
    public Code code() {
        return Code.VOICE_WITHOUT_PLUS;
    }

    @Override
    public Stream<Finding> check(LintContext inspection) {
        Stream<Finding> personas = inspection.promises().stream().flatMap(promise -> {
            List<Verdict> voice = promise.excess(inspection.licensing()).stream()
                    .filter(VoiceWithoutPlus::tells)
                    .toList();
            return voice.isEmpty() ? Stream.of() : Stream.of(tell(promise, voice));
        });
        Stream<Finding> people =
                inspection.census().filter(census -> census.remoteControlWithoutPlus() > 0).map(this::tell).stream();
        return Stream.concat(personas, people);
    }

    /** Whether a right that is given without a licence is told here: it hangs on one of the account's telephony flags. */
    static boolean tells(Verdict verdict) {
        return flag(verdict).findFirst().isPresent();
    }

    private static Stream<GateState> flag(Verdict verdict) {
        return verdict.gates().stream()
                .filter(gate -> gate.condition() instanceof Condition.OfAccount(var setting, var _)
                        && FLAGS.contains(setting.name()));
    }

    private Finding tell(ProofObligation promise, List<Verdict> voice) {
        Verdict first = voice.getFirst();
        GateState gate = flag(first).findFirst().orElseThrow();
        return Finding.of(
                        code(),
                        promise.title() + " switches Enterprise Voice on for " + promise.people()
                                + ", which gives " + voice.size() + " rights that need "
                                + first.entitlement().need() + ": " + ProofObligation.list(voice))
                .help("Remove voice from the persona, or give these people "
                        + first.entitlement().need().missing(promise.licences()))
                .because(promise.witness(first, gate))
                .at(promise.place());
    }

    private Finding tell(Census census) {
        return Finding.of(
                        code(),
                        census.remoteControlWithoutPlus()
                                + " people whose persona holds no plus have remote call control on the server, which needs it")
                .help("Switch it off with Set-CsUser -RemoteCallControlTelephonyEnabled $false, or give them plus")
                .at(Place.of(WorkspaceReader.ASSIGNMENTS));
    }
}
