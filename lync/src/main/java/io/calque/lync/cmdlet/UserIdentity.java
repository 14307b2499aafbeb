package io.calque.lync.cmdlet;

/**
 * One user as {@code -Identity} reads it: a SIP address, a user principal name, {@code DOMAIN\sam}, a distinguished name or a display name
 * (UserIdParameter, cmdlet reference of Get-CsUser). No wildcards: a display name with {@code *} would mean several people. The first
 * three and the distinguished name are unique; a display name is not, so a write by it should be avoided.
 */
public record UserIdentity(String text) implements Operand.Phrase {
    /**
     * An identity.
     *
     * @throws io.calque.diagnostic.Fault when the text can't name one user: empty, with control or direction characters, with a wildcard,
     *     or with a scheme and nothing after it
     */
    public UserIdentity {
        Identifiers.checked("user", text);
        if (text.indexOf('*') >= 0) {
            throw Identifiers.bad("user '" + text + "' holds a wildcard and could mean several people");
        }
        if (Identifiers.after("sip:", text).filter(String::isBlank).isPresent()) {
            throw Identifiers.bad("user '" + text + "' is a SIP address without an address");
        }
    }
}
