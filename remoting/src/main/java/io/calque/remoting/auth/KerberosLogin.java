package io.calque.remoting.auth;

import io.calque.security.file.ClosedFile;
import io.calque.security.file.OpenFileException;
import io.calque.security.kerberos.KerberosReason;
import io.calque.security.kerberos.TicketCache;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.kerberos.KerberosPrincipal;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import javax.security.auth.login.Configuration;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;

/** Gets Kerberos tickets: by password, from a cache, from a keytab. Needs no JAAS configuration file; krb5.conf is Java's own affair. */
final class KerberosLogin {
    private static final String MODULE = "com.sun.security.auth.module.Krb5LoginModule";

    private static final Pattern JUDGED = Pattern.compile("\\((18|23|24|31)\\)");

    private KerberosLogin() {}

    /**
     * Who we are, with the ticket-granting ticket.
     *
     * @throws AuthException (unavailable) when there is no ticket to be had
     */
    static Subject subject(Credentials credentials) throws AuthException {
        try {
            var subject = new Subject();
            var context =
                    new LoginContext("calque", subject, handler(credentials), configuration(options(credentials)));
            context.login();
            return subject;
        } catch (LoginException | IllegalArgumentException e) {
            throw new AuthException(reason(credentials, e), "no Kerberos ticket: " + explained(e), e);
        }
    }

    /** What a failure means and what to do about it; Java's own words where that is not known. */
    static String explained(Throwable failure) {
        return KerberosReason.in(failure)
                .map(reason -> reason.meaning() + ". " + reason.help())
                .orElse(String.valueOf(failure.getMessage()));
    }

    /** Keys and tickets that other accounts may read are as good as given away. */
    private static void requireClosed(Path file) throws AuthException {
        try {
            ClosedFile.require(file);
        } catch (OpenFileException e) {
            throw new AuthException(
                    AuthException.Reason.UNAVAILABLE,
                    "no Kerberos ticket: " + file + " is open to other accounts (" + e.permissions() + "): "
                            + e.remedy(),
                    e);
        } catch (IOException e) {
            throw new AuthException(
                    AuthException.Reason.UNAVAILABLE, "no Kerberos ticket: " + file + " can't be read", e);
        }
    }

    /**
     * Whether Kerberos' own server has judged the password. Java tells its error codes (RFC 4120 section 7.5.9) in its text alone: 18 account
     * locked or disabled, 23 password out of date, 24 and 31 wrong password, the last where the server asks for no proof beforehand.
     */
    static AuthException.Reason reason(Credentials credentials, Exception failure) {
        var text = String.valueOf(failure.getMessage());
        return credentials instanceof Credentials.Password
                        && (JUDGED.matcher(text).find() || text.contains("Checksum failed"))
                ? AuthException.Reason.REJECTED
                : AuthException.Reason.UNAVAILABLE;
    }

    private static Map<String, String> options(Credentials credentials) throws AuthException {
        var options = new HashMap<String, String>();
        options.put("refreshKrb5Config", "true");
        switch (credentials) {
            case Credentials.Password password -> options.put("principal", principal(password));
            case Credentials.TicketCache cache -> {
                options.put("useTicketCache", "true");
                options.put("doNotPrompt", "true");
                var used = Optional.ofNullable(cache.file()).or(() -> TicketCache.usual(System.getenv()));
                if (used.isPresent()) {
                    requireClosed(used.get());
                }
                if (cache.file() != null) {
                    options.put("ticketCache", cache.file().toString());
                }
            }
            case Credentials.Keytab keytab -> {
                requireClosed(keytab.file());
                options.put("useKeyTab", "true");
                options.put("doNotPrompt", "true");
                options.put("keyTab", keytab.file().toString());
                options.put("principal", keytab.principal());
            }
        }
        return options;
    }

    /**
     * The principal of a user name. A NetBIOS domain is no realm: it is taken for the default realm where it is its first label
     * ({@code CONTOSO} and {@code CONTOSO.COM}), else Kerberos can't be tried.
     */
    private static String principal(Credentials.Password password) throws AuthException {
        var at = password.name().lastIndexOf('@');
        if (at > 0) {
            return password.name().substring(0, at) + "@"
                    + password.name().substring(at + 1).toUpperCase(Locale.ROOT);
        }
        var whole = new KerberosPrincipal(password.name());
        var realm = whole.getRealm();
        if (!password.domain().isEmpty()
                && !(realm + ".")
                        .toUpperCase(Locale.ROOT)
                        .startsWith(password.domain().toUpperCase(Locale.ROOT) + ".")) {
            throw new AuthException(
                    AuthException.Reason.UNAVAILABLE,
                    "no Kerberos ticket: the realm of domain " + password.domain()
                            + " is not known here; write the user as name@REALM");
        }
        return whole.getName();
    }

    private static CallbackHandler handler(Credentials credentials) {
        return callbacks -> {
            for (Callback callback : callbacks) {
                if (!(credentials instanceof Credentials.Password password)) {
                    throw new UnsupportedCallbackException(callback);
                }
                switch (callback) {
                    case NameCallback name -> name.setName(password.name());
                    case PasswordCallback asked ->
                        password.password().use(characters -> {
                            asked.setPassword(characters);
                            return true;
                        });
                    default -> throw new UnsupportedCallbackException(callback);
                }
            }
        };
    }

    private static Configuration configuration(Map<String, String> options) {
        return new Configuration() {
            @Override
            public AppConfigurationEntry[] getAppConfigurationEntry(String name) {
                return new AppConfigurationEntry[] {
                    new AppConfigurationEntry(MODULE, LoginModuleControlFlag.REQUIRED, options)
                };
            }
        };
    }
}
