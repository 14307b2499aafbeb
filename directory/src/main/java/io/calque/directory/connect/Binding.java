package io.calque.directory.connect;

import com.unboundid.ldap.sdk.BindRequest;
import com.unboundid.ldap.sdk.GSSAPIBindRequest;
import com.unboundid.ldap.sdk.GSSAPIBindRequestProperties;
import com.unboundid.ldap.sdk.GSSAPIChannelBindingType;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SASLQualityOfProtection;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import io.calque.security.secret.Secret;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Logs in to a controller. */
final class Binding {
    private Binding() {}

    /** Logs in, and says as whom. */
    static String bind(LDAPConnection connection, ConnectionSettings settings, Address address) throws LDAPException {
        return switch (settings.login()) {
            case Login.Simple(var user, var password) -> {
                if (!settings.encryption().tls() || connection.getSSLSession() == null) {
                    throw new IllegalStateException("a password is never sent without TLS");
                }
                borrow(password, bytes -> process(connection, new SimpleBindRequest(user, bytes)));
                yield user;
            }
            case Login.Kerberos login -> {
                kerberos(connection, login, settings.encryption(), address);
                yield (login.principal() == null ? "the ticket's owner" : login.principal()) + " by Kerberos";
            }
        };
    }

    private static void kerberos(
            LDAPConnection connection, Login.Kerberos login, Encryption encryption, Address address)
            throws LDAPException {
        switch (login.credential()) {
            case Login.Credential.Password(var password) ->
                borrow(password, bytes -> {
                    GSSAPIBindRequestProperties properties = properties(login, encryption, address);
                    properties.setPassword(bytes);
                    return process(connection, properties);
                });
            case Login.Credential.TicketCache(var file) -> {
                GSSAPIBindRequestProperties properties = properties(login, encryption, address);
                properties.setUseTicketCache(true);
                properties.setRequireCachedCredentials(true);
                if (file != null) {
                    properties.setTicketCachePath(file.toString());
                }
                rethrow(process(connection, properties));
            }
            case Login.Credential.Keytab(var file) -> {
                GSSAPIBindRequestProperties properties = properties(login, encryption, address);
                properties.setUseKeyTab(true);
                properties.setKeyTabPath(file.toString());
                rethrow(process(connection, properties));
            }
        }
    }

    private static GSSAPIBindRequestProperties properties(
            Login.Kerberos login, Encryption encryption, Address address) {
        String principal = login.principal();
        GSSAPIBindRequestProperties properties = new GSSAPIBindRequestProperties(principal, (byte @Nullable []) null);
        properties.setSASLClientServerName(address.host());
        // Java reads its Kerberos settings once for a process; those of this login must count.
        properties.setRefreshKrb5Config(true);
        int at = principal == null ? -1 : principal.lastIndexOf('@');
        if (principal != null && at > 0 && login.kdc() != null) {
            // Both or neither: a realm without its distribution centre would hide what krb5.conf says.
            properties.setRealm(principal.substring(at + 1));
            properties.setKDCAddress(login.kdc());
        }
        if (encryption.tls()) {
            // Domain controllers refuse a second encryption inside TLS; they may ask for channel binding instead (RFC
            // 5929, 4).
            properties.setAllowedQoP(SASLQualityOfProtection.AUTH);
            properties.setChannelBindingType(GSSAPIChannelBindingType.TLS_SERVER_END_POINT);
        } else {
            properties.setAllowedQoP(SASLQualityOfProtection.AUTH_CONF);
        }
        return properties;
    }

    private static Optional<LDAPException> process(LDAPConnection connection, GSSAPIBindRequestProperties properties) {
        try {
            return process(connection, new GSSAPIBindRequest(properties));
        } catch (LDAPException e) {
            return Optional.of(e);
        }
    }

    private static Optional<LDAPException> process(LDAPConnection connection, BindRequest request) {
        try {
            Refusals.check(connection.bind(request));
            return Optional.empty();
        } catch (LDAPException e) {
            return Optional.of(e);
        }
    }

    /** Lends the password's UTF-8 form for one call and wipes it. */
    private static void borrow(Secret password, Function<byte[], Optional<LDAPException>> call) throws LDAPException {
        if (password.isEmpty()) {
            throw new LDAPException(ResultCode.PARAM_ERROR, "the password is empty");
        }
        Optional<LDAPException> failure = password.use(characters -> {
            ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(characters));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(0, bytes).put(0, new byte[encoded.limit()]);
            try {
                return call.apply(bytes);
            } finally {
                Arrays.fill(bytes, (byte) 0);
            }
        });
        rethrow(failure);
    }

    private static void rethrow(Optional<LDAPException> failure) throws LDAPException {
        if (failure.isPresent()) {
            throw failure.get();
        }
    }
}
