package io.calque.directory.read;

import com.unboundid.ldap.sdk.Filter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom to read.
 *
 * @param base the distinguished name below which they are; null for the whole domain
 * @param filter what else they must match; null for nothing
 * @param disabled whether disabled accounts are wanted too
 */
public record Scope(@Nullable String base, @Nullable Filter filter, boolean disabled) {
    /** The rule by which Active Directory compares bits (MS-ADTS 3.1.1.3.4.4.1, LDAP_MATCHING_RULE_BIT_AND). */
    static final String BIT_AND = "1.2.840.113556.1.4.803";

    /** The whole domain's enabled people. */
    public static final Scope ALL = new Scope(null, null, false);

    /** The bit of {@code userAccountControl} of an account for the trust of another domain (MS-ADTS 2.2.16, ADS_UF_INTERDOMAIN_TRUST_ACCOUNT). */
    public static final int TRUST_ACCOUNT = 0x800;

    /** What Active Directory derives from that bit, and indexes (MS-SAMR 2.2.1.9, SAM_TRUST_ACCOUNT). */
    private static final String TRUST_TYPE = "805306370";

    private static final int DISABLED = 2;

    /**
     * The scope as one filter: user accounts of people, not of computers, trusts or services that only look like them. Disabled accounts
     * that are still enabled on the server are always among them.
     */
    public Filter people() {
        List<Filter> parts = new ArrayList<>();
        parts.add(Filter.createEqualityFilter("objectCategory", "person"));
        parts.add(Filter.createEqualityFilter("objectClass", "user"));
        parts.add(Filter.createNOTFilter(Filter.createEqualityFilter("sAMAccountType", TRUST_TYPE)));
        if (!disabled) {
            parts.add(Filter.createORFilter(
                    Filter.createNOTFilter(disabledBit()),
                    Filter.createEqualityFilter("msRTCSIP-UserEnabled", "TRUE")));
        }
        if (filter != null) {
            parts.add(filter);
        }
        return Filter.createANDFilter(parts);
    }

    private static Filter disabledBit() {
        return Filter.createExtensibleMatchFilter("userAccountControl", BIT_AND, false, Integer.toString(DISABLED));
    }
}
