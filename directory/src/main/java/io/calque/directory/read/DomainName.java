package io.calque.directory.read;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import io.calque.directory.connect.RootDse;
import io.calque.directory.connect.Session;
import java.util.List;
import java.util.Optional;

/** The short name of a domain, {@code CONTOSO}: the forest's list of partitions knows it (MS-ADTS 6.1.1.2.1, crossRef objects). */
public final class DomainName {
    private DomainName() {}

    /** The short name of the domain that a controller serves; empty where it can't be seen. It can't be told from the long one. */
    public static Optional<String> of(Session session) {
        RootDse root = session.rootDse();
        if (root.defaultNamingContext() == null || root.configurationNamingContext() == null) {
            return Optional.empty();
        }
        Filter filter = Filter.createANDFilter(
                Filter.createEqualityFilter("objectClass", "crossRef"),
                Filter.createEqualityFilter("nCName", root.defaultNamingContext()));
        String partitions = "CN=Partitions," + root.configurationNamingContext();
        try {
            List<SearchResultEntry> found = session.search(
                            new SearchRequest(partitions, SearchScope.ONE, filter, "nETBIOSName"))
                    .getSearchEntries();
            return found == null || found.isEmpty()
                    ? Optional.empty()
                    : Optional.ofNullable(found.getFirst().getAttributeValue("nETBIOSName"));
        } catch (LDAPException e) {
            if (Session.lost(e.getResultCode())) {
                throw session.fault("the domain's name", e);
            }
            return Optional.empty();
        }
    }
}
