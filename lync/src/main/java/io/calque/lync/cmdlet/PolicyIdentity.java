package io.calque.lync.cmdlet;

import io.calque.policy.Identity;

/**
 * One policy as {@code -Identity} reads it: {@code Global}, {@code Site:NAME} or {@code Tag:NAME} (XdsIdentity). Always with its scope, and
 * always there: a cmdlet without an identity would change {@code Global}.
 */
public record PolicyIdentity(Identity identity) implements Operand.Phrase {

    /**
     * An identity.
     *
     * @throws io.calque.diagnostic.Fault when its name is empty or holds a character that no name may hold
     */
    public PolicyIdentity {
        switch (identity) {
            case Identity.Global() -> {}
            case Identity.Site(String name) -> Identifiers.checked("site", name);
            case Identity.Tag(String name) -> Identifiers.checked("policy", name);
        }
    }

    @Override
    public String text() {
        return identity.print();
    }
}
