package io.calque.remoting.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.spec.PSSParameterSpec;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The channel binding {@code tls-server-end-point} (RFC 5929 section 4): it ties a login to the certificate that the client saw,
 * so that a login can't be relayed to another server. Windows calls it Extended Protection.
 */
final class EndPointBinding {
    private static final byte[] PREFIX = "tls-server-end-point:".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern NAME = Pattern.compile("(SHA3-\\d+|SHA\\d+|MD\\d)WITH.*");

    private EndPointBinding() {}

    /**
     * Prefix and hash of the certificate: the hash function of its signature, SHA-256 in place of MD5 and SHA-1. Empty where the
     * signature has no hash function of its own (Ed25519): RFC 5929 leaves the binding undefined then.
     */
    static Optional<byte[]> of(X509Certificate certificate) {
        return hash(certificate).map(algorithm -> {
            try {
                var digest = digest(algorithm, certificate.getEncoded());
                var binding = new byte[PREFIX.length + digest.length];
                System.arraycopy(PREFIX, 0, binding, 0, PREFIX.length);
                System.arraycopy(digest, 0, binding, PREFIX.length, digest.length);
                return binding;
            } catch (CertificateException e) {
                throw new IllegalArgumentException("a certificate that was just checked can't be encoded", e);
            }
        });
    }

    static byte[] digest(String algorithm, byte[] content) {
        try {
            return MessageDigest.getInstance(algorithm).digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no " + algorithm, e);
        }
    }

    private static Optional<String> hash(X509Certificate certificate) {
        var signature = certificate.getSigAlgName().toUpperCase(Locale.ROOT);
        if (signature.equals("RSASSA-PSS")) {
            return pss(certificate).map(EndPointBinding::strong);
        }
        var matcher = NAME.matcher(signature);
        return matcher.matches() ? Optional.of(strong(matcher.group(1))) : Optional.empty();
    }

    private static Optional<String> pss(X509Certificate certificate) {
        try {
            var parameters = java.security.AlgorithmParameters.getInstance("RSASSA-PSS");
            parameters.init(certificate.getSigAlgParams());
            return Optional.of(
                    parameters.getParameterSpec(PSSParameterSpec.class).getDigestAlgorithm());
        } catch (GeneralSecurityException | java.io.IOException e) {
            return Optional.empty();
        }
    }

    private static String strong(String name) {
        return switch (name) {
            case "MD2", "MD4", "MD5", "SHA1", "SHA-1" -> "SHA-256";
            default -> name.startsWith("SHA") && !name.contains("-") ? "SHA-" + name.substring(3) : name;
        };
    }
}
