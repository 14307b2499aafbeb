package io.calque.lync.cmdlet;

import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/** An organisational unit as {@code -OU} reads it: its distinguished name (RFC 4514). The units below it are meant too. */
public record OrganisationalUnit(String text) implements Operand.Phrase {

    /**
     * A unit.
     *
     * @throws io.calque.diagnostic.Fault when the text is no distinguished name
     */
    public OrganisationalUnit {
        Identifiers.checked("organisational unit", text);
        try {
            if (new LdapName(text).isEmpty()) {
                throw Identifiers.bad("organisational unit '" + text + "' is empty");
            }
        } catch (InvalidNameException e) {
            throw Identifiers.bad("organisational unit '" + text + "' is not a distinguished name");
        }
    }

    /** The unit of that name just below this one, whatever characters its name holds. */
    public OrganisationalUnit below(String name) {
        return new OrganisationalUnit("OU=" + Rdn.escapeValue(name) + "," + text);
    }
}
