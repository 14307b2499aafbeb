package io.calque.lync.live;

import io.calque.remoting.auth.Login;
import io.calque.remoting.http.HttpsUrl;
import io.calque.security.tls.Trust;
import java.util.Optional;

/**
 * How to reach a pool.
 *
 * @param url its endpoint, such as {@code https://pool.contoso.com/OcsPowershell}
 * @param domainController the controller that all reading and writing of users goes to, so that what was written is read back at once;
 *     empty leaves it to the server, whose next reading may ask a controller that does not know yet
 * @param sessions how many sessions work at once, 1 or more; a server whose quota allows fewer gets fewer
 */
public record LyncSettings(HttpsUrl url, Trust trust, Login login, Optional<String> domainController, int sessions) {
    /** How many sessions work at once unless said otherwise: a third of what one account may have by Windows' defaults. */
    public static final int SESSIONS = 3;

    public LyncSettings {
        if (sessions < 1) {
            throw new IllegalArgumentException("at least one session: " + sessions);
        }
    }
}
