package io.calque.lync.probe;

import io.calque.remoting.auth.AuthException;
import io.calque.remoting.http.HttpException;
import io.calque.remoting.http.HttpsUrl;
import io.calque.remoting.psrp.TransportException;
import io.calque.remoting.session.SessionFailed;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells which layer kept a session from opening, and what to do: every layer outside it worked. */
final class Failure {
    private final SessionFailed failure;
    private final Watch watch;
    private final @Nullable HttpException http;
    private final @Nullable AuthException login;
    private final TransportException.@Nullable Refused refused;

    private Failure(SessionFailed failure, Watch watch) {
        this.failure = failure;
        this.watch = watch;
        this.http = find(HttpException.class, failure);
        this.login = find(AuthException.class, failure);
        this.refused = find(TransportException.Refused.class, failure);
    }

    static List<ProbeStep> steps(SessionFailed failed, Watch watch, HttpsUrl url) {
        Failure failure = new Failure(failed, watch);
        Layer broken = failure.layer();
        List<ProbeStep> steps = new ArrayList<>();
        for (Layer layer : List.of(Layer.PORT, Layer.TLS, Layer.LOGIN, Layer.SHELL)) {
            if (layer.compareTo(broken) < 0) {
                steps.add(ProbeStep.good(layer, layer == Layer.PORT ? url.port() + " answers" : "works"));
            }
        }
        steps.add(ProbeStep.bad(broken, failure.text(), failure.message(), failure.help(broken)));
        return steps;
    }

    private Layer layer() {
        if (http != null) {
            return switch (http.reason()) {
                case NAME, CONNECT -> Layer.PORT;
                case TLS, CERTIFICATE, HOST_NAME -> Layer.TLS;
                case TIMEOUT, CUT, TOO_LARGE, MALFORMED -> watch.wasLetIn() ? Layer.SHELL : Layer.LOGIN;
            };
        }
        if (login != null) {
            return Layer.LOGIN;
        }
        return watch.wasLetIn() || refused != null || !watch.wasAnswered() ? Layer.SHELL : Layer.LOGIN;
    }

    /** In a few words. */
    private String text() {
        if (http != null) {
            return switch (http.reason()) {
                case NAME, CONNECT -> "no connection";
                case TLS -> "no TLS connection";
                case CERTIFICATE -> "the certificate is not trusted";
                case HOST_NAME -> "the certificate is not for this name";
                case TIMEOUT -> "no answer in time";
                case CUT -> "the connection ended without an answer";
                case TOO_LARGE, MALFORMED -> "what answers is not a pool's web server";
            };
        }
        if (login != null) {
            return switch (login.reason()) {
                case NOT_OFFERED -> "the server offers no way in that may be used";
                case UNAVAILABLE -> "no login could be made";
                case REJECTED -> "the login was refused";
                case WRONG_SERVER -> "the server did not prove who it is";
            };
        }
        return "no session was opened";
    }

    private String message() {
        Throwable cause = failure.getCause();
        String message = cause == null ? failure.getMessage() : cause.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }

    private String help(Layer layer) {
        if (http != null) {
            return help(http.reason(), layer);
        }
        if (login != null) {
            return help(login.reason());
        }
        return refused == null ? layer.help() : help(refused.status(), layer);
    }

    private static String help(HttpException.Reason reason, Layer layer) {
        return switch (reason) {
            case NAME, CONNECT -> layer.help();
            case TLS ->
                "Check that this is the port of the pool's internal web site, and that the server speaks TLS 1.2 or 1.3";
            case CERTIFICATE ->
                "If the pool has a certificate of your own authority, give that authority's with --trust FILE; or compare the SHA-256"
                        + " with the certificate's own on the server, and give it with --pin";
            case HOST_NAME ->
                "Write a name into the address that the certificate carries: that of the pool, or another that Get-CsCertificate"
                        + " shows on the server";
            case TIMEOUT ->
                "Look again; if it stays so, the server is overloaded, or something between holds packets back";
            case CUT ->
                "Look again; if it stays so, something between ends the connection (a proxy, a firewall), or the web site's"
                        + " application pool fails (IIS, event log)";
            case TOO_LARGE, MALFORMED ->
                "Check host and port: something else than a pool's web site answers there, perhaps a proxy";
        };
    }

    private static String help(AuthException.Reason reason) {
        return switch (reason) {
            case NOT_OFFERED ->
                "Where only tickets were tried, give a user and a password; else have Negotiate turned on for the web site (IIS), or ask"
                        + " for Basic by name, which sends the password itself (--login basic)";
            case UNAVAILABLE ->
                "Name the account with --user, or get a ticket with kinit; for Kerberos the pool needs the service name HTTP/<pool>"
                        + " (New-CsKerberosAccount), without it NTLM with a password is what works";
            case REJECTED ->
                "Check user and password; they were tried once, so that no account is locked. If they are right, the account may be"
                        + " locked, or its password out of date";
            case WRONG_SERVER ->
                "Look for something between that opens TLS (a proxy, a virus scanner), and use a way around it";
        };
    }

    private static String help(long status, Layer layer) {
        return switch ((int) Math.min(status, Integer.MAX_VALUE)) {
            case 301, 302, 303, 307, 308 -> "Give the address that it redirects to, if you trust it";
            case 403 ->
                "Use an account that is in an administrator role of the pool (Get-CsAdminRole shows them and their groups)";
            case 404 -> "Check that the path is /OcsPowershell, and that the host is a Front End pool";
            case 413 -> "Nothing that you can do in Calque; report this, please, with the server's version";
            case 503 -> "Look whether the application pool of the web site runs (IIS), and try again later";
            default -> layer.help();
        };
    }

    private static <T extends Throwable> @Nullable T find(Class<T> type, Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }
}
