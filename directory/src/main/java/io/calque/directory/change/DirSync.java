package io.calque.directory.change;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.experimental.ActiveDirectoryDirSyncControl;
import io.calque.directory.connect.Session;
import io.calque.directory.copy.Watermark;
import io.calque.directory.row.Guid;
import io.calque.directory.row.RowReader;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Changes by the DirSync control (MS-ADTS 3.1.1.3.4.1.3). It is asked only which objects changed in the attributes that matter; what
 * they are like now is read in the ordinary way, so that there is one way in which people come to be.
 */
final class DirSync {
    private static final int ALL_IN_ONE_ANSWER = 0x7FFF_FFFF;
    /** An identity that no object has. */
    private static final Filter NOTHING = Filter.createEqualityFilter(RowReader.GUID, new byte[16]);

    /** An answer shows these in any case, or they follow from those asked for. */
    private static final Set<String> NEVER_CHANGED =
            Set.of("objectguid", "distinguishedname", "objectclass", "objectcategory");

    private DirSync() {}

    /** The present moment as a cookie, without reading anything; empty when the server or the account's rights don't allow it. */
    static Optional<Watermark> now(Session session, String domain) {
        if (!session.rootDse().controls().contains(ActiveDirectoryDirSyncControl.DIRSYNC_OID)) {
            return Optional.empty();
        }
        for (boolean objectSecurity : List.of(false, true)) {
            try {
                return Optional.of(
                        ask(session, domain, NOTHING, List.of(RowReader.GUID), objectSecurity, null, new HashSet<>()));
            } catch (LDAPException e) {
                if (Session.lost(e.getResultCode())) {
                    throw session.fault("changes", e);
                }
                // Refused: an ordinary account may only ask with the flag, and some servers know neither.
            }
        }
        return Optional.empty();
    }

    /**
     * What changed since a cookie.
     *
     * @param attributes those whose changes matter; rights matter too, because whoever may see more or less has another answer
     * @return empty when the server refuses the cookie
     */
    static Optional<ChangedObjects> since(
            Session session, String domain, Watermark.DirSync mark, TrackedAttributes attributes) {
        List<String> asked = Stream.concat(
                        attributes.names().stream().filter(name -> !NEVER_CHANGED.contains(name)),
                        Stream.of("name", "member", "isDeleted", "objectCategory", "nTSecurityDescriptor"))
                .toList();
        Set<Guid> guids = new HashSet<>();
        try {
            Watermark next = ask(
                    session,
                    domain,
                    ObjectFilters.watched(attributes),
                    asked,
                    mark.objectSecurity(),
                    mark.bytes(),
                    guids);
            return Optional.of(new ChangedObjects(guids, next));
        } catch (LDAPException e) {
            if (Session.lost(e.getResultCode())) {
                throw session.fault("changes", e);
            }
            return Optional.empty();
        }
    }

    private static Watermark ask(
            Session session,
            String domain,
            Filter filter,
            List<String> attributes,
            boolean objectSecurity,
            byte @Nullable [] cookie,
            Set<Guid> guids)
            throws LDAPException {
        int flags = ActiveDirectoryDirSyncControl.FLAG_INCREMENTAL_VALUES
                | (objectSecurity ? ActiveDirectoryDirSyncControl.FLAG_OBJECT_SECURITY : 0);
        ASN1OctetString position = new ASN1OctetString(cookie == null ? new byte[0] : cookie);
        while (true) {
            SearchRequest request =
                    new SearchRequest(domain, SearchScope.SUB, filter, attributes.toArray(String[]::new));
            request.addControl(new ActiveDirectoryDirSyncControl(true, flags, ALL_IN_ONE_ANSWER, position));
            SearchResult result = session.search(request);
            List<SearchResultEntry> entries = result.getSearchEntries();
            if (entries != null) {
                entries.forEach(e -> Guid.in(e).ifPresent(guids::add));
            }
            ActiveDirectoryDirSyncControl answer = ActiveDirectoryDirSyncControl.get(result);
            if (answer == null || answer.getCookie() == null) {
                throw new LDAPException(ResultCode.CONTROL_NOT_FOUND, "no cookie");
            }
            position = answer.getCookie();
            if (answer.getFlags() == 0) {
                return Watermark.DirSync.of(position.getValue(), objectSecurity);
            }
        }
    }
}
