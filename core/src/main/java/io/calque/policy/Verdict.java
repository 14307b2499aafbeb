package io.calque.policy;

import io.calque.licence.Entitlement;
import io.calque.licence.Licences;
import java.util.List;

/**
 * One right of one person.
 *
 * @param entitlement the right and what it needs
 * @param granted whether the server gives it
 * @param gates every condition of its gate as it stands
 */
public record Verdict(Entitlement entitlement, boolean granted, List<GateState> gates) {
    public Verdict {
        gates = List.copyOf(gates);
    }

    /** Whether somebody with these licences may have the right. */
    public boolean licensed(Licences held) {
        return entitlement.need().metBy(held);
    }

    /** The id of the right. */
    public String right() {
        return entitlement.right().id();
    }
}
