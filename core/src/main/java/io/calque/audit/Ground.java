package io.calque.audit;

import io.calque.licence.Need;
import io.calque.policy.Account;
import io.calque.policy.EffectiveState;
import io.calque.policy.GateState;
import io.calque.policy.Home;
import io.calque.policy.Verdict;

/**
 * Why a right is given, or not given: what anybody can look up on the server.
 *
 * @param right the id of the right
 * @param needs the licences that it needs
 * @param policy the policy whose setting decides, as the product prints it; {@code Account} where a flag of the account does
 * @param setting the setting or flag
 * @param value its effective value, as the product writes it
 */
public record Ground(String right, Need needs, String policy, String setting, String value) {
    static Ground of(Verdict verdict, GateState gate) {
        return new Ground(
                verdict.right(),
                verdict.entitlement().need(),
                gate.identity(),
                gate.condition().setting().name(),
                gate.value());
    }

    /** Why a right is not given: the first gate that is closed, or the account that is. */
    static Ground closed(Verdict verdict, EffectiveState situation) {
        return verdict.gates().stream()
                .filter(gate -> !gate.open())
                .findFirst()
                .filter(_ -> situation.account().isServed())
                .map(gate -> of(verdict, gate))
                .orElseGet(() -> unserved(verdict, situation.account()));
    }

    private static Ground unserved(Verdict verdict, Account account) {
        boolean homed = account.home() == Home.ON_PREMISES;
        return new Ground(
                verdict.right(),
                verdict.entitlement().need(),
                "Account",
                homed ? "Enabled" : "HostingProvider",
                homed ? "False" : account.home().title());
    }

    /** In a sentence's words: {@code AllowIPAudio is True in Global}. */
    public String words() {
        return setting + " is " + (value.isEmpty() ? "not known" : value) + " in " + policy;
    }
}
