package io.calque.directory.connect;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.ResultCode;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.security.kerberos.KerberosReason;
import io.calque.security.tls.TlsException;
import io.calque.security.tls.Trust;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a controller's refusals mean, and what to do about them. */
final class Refusals {
    private Refusals() {}

    /**
     * What a refusal means.
     *
     * @param help what to do about it
     */
    record Meaning(String meaning, String help) {}

    /** Throws when a result is not a success. */
    static void check(LDAPResult result) throws LDAPException {
        if (!result.getResultCode().equals(ResultCode.SUCCESS)) {
            throw new LDAPException(result);
        }
    }

    static Finding tls(Address address, Trust trust, Exception e) {
        String help = switch (trust) {
            case Trust.Platform() ->
                "Give the domain's issuing authority with people.ldap.trust, and the controller's name as its certificate has it";
            case Trust.Bundle(var certificates) ->
                "Check that the bundle under people.ldap.trust holds the authority that issued this certificate, and that the certificate"
                        + " has this name";
            case Trust.Pinned(var pins) ->
                "If the certificate was renewed, check the new fingerprint with whoever runs the controller and pin it";
        };
        String message = tls(e).map(TlsException::getMessage)
                .orElseGet(() -> "no trusted TLS with " + address + ": " + reason(e));
        return Finding.of(Code.CONTROLLER_NOT_TRUSTED, message).help(help);
    }

    static Finding login(Address address, Login login, LDAPException e) {
        Optional<Meaning> known = BindReason.in(e.getDiagnosticMessage())
                .or(() -> login instanceof Login.Kerberos
                        ? KerberosReason.in(e).map(reason -> new Meaning(reason.meaning(), reason.help()))
                        : Optional.empty());
        String who = switch (login) {
            case Login.Simple(var user, var password) -> user;
            case Login.Kerberos k -> k.principal() == null ? "the ticket cache" : k.principal();
        };
        if (known.isPresent()) {
            return Finding.of(
                            Code.DIRECTORY_LOGIN_REFUSED,
                            address + " refuses " + who + ": " + known.get().meaning())
                    .help(known.get().help());
        }
        return Finding.of(Code.DIRECTORY_LOGIN_REFUSED, address + " refuses " + who + ": " + reason(e))
                .help(
                        switch (login) {
                            case Login.Simple s ->
                                "Write the name as user@domain, DOMAIN\\user or a distinguished name, and check the password";
                            case Login.Kerberos k ->
                                "Check the principal, the clock (at most 5 minutes off), and that the server's name is the one in its service name ldap/"
                                        + address.host();
                        });
    }

    /** Whether a failure is a silence. */
    static boolean timedOut(Exception e) {
        return tls(e).map(tls -> tls.reason() == TlsException.Reason.TIMEOUT)
                .orElse(e instanceof LDAPException l && l.getResultCode().equals(ResultCode.TIMEOUT));
    }

    private static Optional<TlsException> tls(Throwable e) {
        for (@Nullable Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof TlsException tls) {
                return Optional.of(tls);
            }
        }
        return Optional.empty();
    }

    /** The innermost reason that says something, on one line. */
    static String reason(Throwable e) {
        Optional<TlsException> tls = tls(e);
        if (tls.isPresent()) {
            return tls.get().getMessage();
        }
        String best = e.getClass().getSimpleName();
        for (@Nullable Throwable t = e; t != null; t = t.getCause()) {
            String message = t instanceof LDAPException l && l.getDiagnosticMessage() != null
                    ? l.getDiagnosticMessage()
                    : t.getMessage();
            if (message != null && !message.isBlank()) {
                best = message;
            }
        }
        return best.strip().replaceAll("\\s+", " ").replaceAll("\\.$", "");
    }
}
