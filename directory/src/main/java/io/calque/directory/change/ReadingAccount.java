package io.calque.directory.change;

import com.unboundid.ldap.sdk.SearchResultEntry;
import io.calque.directory.connect.Login;
import io.calque.directory.connect.Session;
import io.calque.directory.row.SecurityIdentifiers;
import java.util.HexFormat;
import java.util.Optional;
import java.util.TreeSet;

/** Who reads: another account, or the same in other groups, may see other people, and what it sees differently is not a change. */
final class ReadingAccount {
    /** The security identifiers of whoever asks, on the root entry (MS-ADTS 3.1.1.3.2, tokenGroups). */
    private static final String GROUPS = "tokenGroups";

    private ReadingAccount() {}

    /** The same text for the same account with the same groups. */
    static String of(Session session, Login login) {
        TreeSet<String> identity = new TreeSet<>();
        SearchResultEntry root = session.entry("", GROUPS);
        byte[][] groups = root == null ? null : root.getAttributeValueByteArrays(GROUPS);
        if (groups != null) {
            for (byte[] group : groups) {
                // Others are of the session, and differ each time.
                if (SecurityIdentifiers.ofDomainOrBuiltin(group)) {
                    identity.add(HexFormat.of().formatHex(group));
                }
            }
        }
        return Digests.of(name(login), String.join(",", identity));
    }

    private static String name(Login login) {
        return switch (login) {
            case Login.Simple simple -> simple.user();
            case Login.Kerberos kerberos ->
                Optional.ofNullable(kerberos.principal()).orElse("");
        };
    }
}
