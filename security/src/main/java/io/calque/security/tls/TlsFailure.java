package io.calque.security.tls;

import io.calque.security.tls.TlsException.Reason;
import java.net.SocketTimeoutException;
import java.security.SignatureException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.PKIXReason;
import java.security.cert.X509Certificate;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Says in plain words why a handshake failed: what Java says of a certificate is a chain of class names. */
final class TlsFailure {
    private TlsFailure() {}

    static TlsException of(String host, int port, CertificateCheck check, @Nullable Duration expired, Exception e) {
        String server = (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
        if (expired != null || e instanceof SocketTimeoutException) {
            return new TlsException(
                    Reason.TIMEOUT,
                    server + " did not finish the TLS handshake" + (expired == null ? "" : within(expired)),
                    e);
        }
        if (!causedByCertificate(e)) {
            return new TlsException(Reason.HANDSHAKE, "no TLS connection to " + server + ": " + e.getMessage(), e);
        }
        X509Certificate seen = check.seen();
        String certificate = "the certificate of " + server + (seen == null ? "" : " (" + whose(seen) + ")");
        return check.trusted() && !weak(e)
                ? new TlsException(Reason.HOST_NAME, certificate + " is not for this name", e)
                : new TlsException(Reason.CERTIFICATE, certificate + " is not trusted: " + why(e), e);
    }

    private static String within(Duration limit) {
        return " within " + (limit.toMillis() < 1000 ? limit.toMillis() + " ms" : limit.toSeconds() + " s");
    }

    private static String whose(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().getName() + ", valid until "
                + certificate.getNotAfter().toInstant().toString().substring(0, 10) + ", SHA-256 "
                + Pin.of(certificate).hex();
    }

    private static boolean causedByCertificate(Throwable e) {
        return find(CertificateException.class, e) != null;
    }

    /** JSSE looks at the algorithms after the certificate passed, as it does at the name. */
    private static boolean weak(Throwable e) {
        return find(CertPathValidatorException.class, e) != null;
    }

    private static String why(Throwable e) {
        Throwable deepest = e;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        CertPathValidatorException path = find(CertPathValidatorException.class, e);
        if (path != null && path.getReason() == PKIXReason.INVALID_NAME) {
            return "its authority may not issue for this name";
        }
        return switch (deepest) {
            case SignatureException _ -> "its signature is not that of the authority that it names";
            case CertPathBuilderException _ -> "no authority that is trusted here signed it";
            case CertificateExpiredException _ -> "it is out of date";
            case CertificateNotYetValidException _ -> "it is not valid yet; are the clocks right?";
            default -> String.valueOf(deepest.getMessage());
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
