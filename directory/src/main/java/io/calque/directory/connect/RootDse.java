package io.calque.directory.connect;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a controller says about itself in its root entry (MS-ADTS 3.1.1.3.2).
 *
 * @param defaultNamingContext the domain's root; null when it is no domain controller
 * @param configurationNamingContext where the forest's settings lie
 * @param service the name of this controller's directory service object
 * @param highestUsn the highest update sequence number that this controller has given
 * @param now the controller's clock; null when it does not show it
 * @param controls the numbers of the controls that it knows
 */
public record RootDse(
        @Nullable String defaultNamingContext,
        @Nullable String configurationNamingContext,
        @Nullable String service,
        @Nullable Long highestUsn,
        @Nullable Instant now,
        Set<String> controls) {
    public RootDse {
        controls = Set.copyOf(controls);
    }

    static RootDse read(LDAPConnection connection) throws LDAPException {
        SearchResultEntry entry = connection.searchForEntry(new SearchRequest(
                "",
                SearchScope.BASE,
                Filter.createPresenceFilter("objectClass"),
                "defaultNamingContext",
                "configurationNamingContext",
                "dsServiceName",
                "highestCommittedUSN",
                "currentTime",
                "supportedControl"));
        if (entry == null) {
            throw new LDAPException(ResultCode.NO_SUCH_OBJECT, "no root entry");
        }
        String[] controls = entry.getAttributeValues("supportedControl");
        return new RootDse(
                entry.getAttributeValue("defaultNamingContext"),
                entry.getAttributeValue("configurationNamingContext"),
                entry.getAttributeValue("dsServiceName"),
                entry.getAttributeValueAsLong("highestCommittedUSN"),
                time(entry.getAttributeValueAsDate("currentTime")),
                controls == null ? Set.of() : Set.copyOf(Arrays.asList(controls)));
    }

    private static @Nullable Instant time(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
