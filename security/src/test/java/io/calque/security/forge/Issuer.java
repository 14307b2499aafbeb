package io.calque.security.forge;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Whoever signs certificates, with right or without.
 *
 * @param chain its certificate, and those above it that a server has to send
 */
record Issuer(PrivateKey key, X509Certificate certificate, List<X509Certificate> chain) {
    private static final Duration DAY = Duration.ofDays(1);

    /** What a certificate is to say. */
    record Request(
            String subject,
            boolean authority,
            @Nullable String host,
            @Nullable String permitted,
            KeyPurposeId purpose,
            Instant from,
            Instant until) {
        static Request server(String host) {
            Instant now = Instant.now();
            return new Request(
                    "CN=server", false, host, null, KeyPurposeId.id_kp_serverAuth, now.minus(DAY), now.plus(DAY));
        }

        static Request authority(String name) {
            Instant now = Instant.now();
            return new Request(
                    "CN=" + name, true, null, null, KeyPurposeId.id_kp_serverAuth, now.minus(DAY), now.plus(DAY));
        }

        Request permitting(String domain) {
            return new Request(subject, authority, host, domain, purpose, from, until);
        }

        Request purpose(KeyPurposeId other) {
            return new Request(subject, authority, host, permitted, other, from, until);
        }

        Request valid(Duration begin, Duration end) {
            Instant now = Instant.now();
            return new Request(subject, authority, host, permitted, purpose, now.plus(begin), now.plus(end));
        }
    }

    /** Signs its own certificate. */
    static Issuer root(Request request) {
        KeyPair pair = pair();
        X509Certificate certificate =
                sign(request, pair, pair.getPrivate(), new X500Principal(request.subject()), null);
        return new Issuer(pair.getPrivate(), certificate, List.of());
    }

    /** Signs another's certificate. */
    Issuer issue(Request request) {
        return issue(request, key, certificate);
    }

    /** Names that certificate as the issuer, key identifier included, and signs with a key of one's own. */
    static Issuer pretending(Request request, X509Certificate issuer) {
        return new Issuer(pair().getPrivate(), issuer, List.of()).issue(request);
    }

    private Issuer issue(Request request, PrivateKey signer, X509Certificate named) {
        KeyPair pair = pair();
        X509Certificate made = sign(request, pair, signer, named.getSubjectX500Principal(), named);
        List<X509Certificate> whole = new ArrayList<>(List.of(made));
        whole.addAll(chain);
        return new Issuer(pair.getPrivate(), made, whole);
    }

    private static X509Certificate sign(
            Request request,
            KeyPair pair,
            PrivateKey signer,
            X500Principal issuer,
            @Nullable X509Certificate issuerCertificate) {
        try {
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    issuer,
                    new BigInteger(64, new java.security.SecureRandom()),
                    Date.from(request.from()),
                    Date.from(request.until()),
                    new X500Principal(request.subject()),
                    pair.getPublic());
            JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
            builder.addExtension(
                    Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(pair.getPublic()));
            if (issuerCertificate != null) {
                builder.addExtension(Extension.authorityKeyIdentifier, false, keyIdentifier(issuerCertificate));
            }
            if (request.authority()) {
                builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
                builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
            } else {
                builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(request.purpose()));
            }
            if (request.host() != null) {
                builder.addExtension(
                        Extension.subjectAlternativeName,
                        false,
                        new GeneralNames(new GeneralName(GeneralName.dNSName, request.host())));
            }
            if (request.permitted() != null) {
                GeneralSubtree[] permitted = {
                    new GeneralSubtree(new GeneralName(GeneralName.dNSName, request.permitted()))
                };
                builder.addExtension(Extension.nameConstraints, true, new NameConstraints(permitted, null));
            }
            String algorithm = signer.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder(algorithm).build(signer)));
        } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static AuthorityKeyIdentifier keyIdentifier(X509Certificate issuer)
            throws GeneralSecurityException, IOException {
        return new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(issuer);
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
