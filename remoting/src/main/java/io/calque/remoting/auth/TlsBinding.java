package io.calque.remoting.auth;

import java.util.Optional;
import org.ietf.jgss.ChannelBinding;

/**
 * The channel binding for Kerberos. Java's public class marks the missing addresses as "null address" (255), Windows and RFC
 * 5929's users as "unspecified" (0), so their hashes differ. Java has the right one for its own LDAP client, and lends it when
 * started with {@code --add-exports java.security.jgss/sun.security.jgss.krb5.internal=ALL-UNNAMED}. Without that there is no
 * binding: a server that requires Extended Protection then refuses Kerberos, all others accept.
 */
final class TlsBinding {
    /** What Java must be started with. */
    static final String OPTION = "--add-exports java.security.jgss/sun.security.jgss.krb5.internal=ALL-UNNAMED";

    private static final String LENT = "sun.security.jgss.krb5.internal.TlsChannelBindingImpl";

    private TlsBinding() {}

    static Optional<ChannelBinding> of(byte[] applicationData) {
        if (applicationData.length == 0) {
            return Optional.empty();
        }
        try {
            var lent = Class.forName(LENT).asSubclass(ChannelBinding.class);
            return Optional.of(lent.getConstructor(byte[].class).newInstance((Object) applicationData));
        } catch (ReflectiveOperationException e) {
            return Optional.empty();
        }
    }
}
