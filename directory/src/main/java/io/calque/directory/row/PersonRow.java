package io.calque.directory.row;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One person as the directory holds it.
 *
 * @param guid the identity that stays
 * @param dn the distinguished name, as the directory writes it
 * @param values the values of each attribute of the layout, in its order; an empty list where there is none
 * @param groups the direct memberships among the groups that matter, as indexes into the {@link GroupTree}, ascending; the primary group
 *     is not among them
 */
public record PersonRow(Guid guid, String dn, List<List<String>> values, List<Integer> groups) {
    /** The bit of {@code userAccountControl} that disables an account (MS-ADTS 2.2.16, ADS_UF_ACCOUNT_DISABLE). */
    private static final int DISABLED = 2;

    /** The only or first value of an attribute; null when there is none. */
    public @Nullable String value(int attribute) {
        List<String> all = values.get(attribute);
        return all.isEmpty() ? null : all.getFirst();
    }

    /** The value of an attribute as a number; null when there is none or it is no number. */
    public @Nullable Integer number(int attribute) {
        String value = value(attribute);
        try {
            return value == null ? null : Integer.valueOf(value.strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Whether the account may log on; so it is where the directory says nothing about it. */
    public boolean enabled() {
        Integer control = number(Layout.CONTROL);
        return control == null || (control & DISABLED) == 0;
    }

    /** The value of an attribute of LDAP's Boolean syntax (RFC 4517, 3.3.3); false when there is none. */
    public boolean flag(int attribute) {
        String value = value(attribute);
        return value != null && value.strip().toUpperCase(Locale.ROOT).equals("TRUE");
    }
}
