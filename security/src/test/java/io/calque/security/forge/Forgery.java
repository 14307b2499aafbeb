package io.calque.security.forge;

import io.calque.security.forge.Issuer.Request;
import io.calque.security.tls.Trust;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.bouncycastle.asn1.x509.KeyPurposeId;

/** Servers on {@code localhost} that no client may talk to. */
public enum Forgery {
    /** Names the trusted authority and its key identifier, and is signed by another key. */
    WRONG_SIGNATURE {
        @Override
        public ServerIdentity identity() {
            Issuer root = root();
            return shown(Issuer.pretending(SERVER, root.certificate()), root);
        }
    },
    /** The same, and sends the authority's own certificate too. */
    WRONG_SIGNATURE_WHOLE_CHAIN {
        @Override
        public ServerIdentity identity() {
            Issuer root = root();
            Issuer server = Issuer.pretending(SERVER, root.certificate());
            return new ServerIdentity(server.key(), List.of(server.certificate(), root.certificate()), bundle(root));
        }
    },
    /** Names an authority of this machine. */
    PUBLIC_AUTHORITY {
        @Override
        public ServerIdentity identity() {
            Issuer server = Issuer.pretending(SERVER, publicAuthority());
            return new ServerIdentity(server.key(), server.chain(), new Trust.Platform());
        }
    },
    /** Issued by the certificate of an ordinary server. */
    ISSUER_NO_AUTHORITY {
        @Override
        public ServerIdentity identity() {
            Issuer root = root();
            return shown(root.issue(Request.server("web.example.test")).issue(SERVER), root);
        }
    },
    /** Issued by the certificate of an ordinary server that is trusted itself. */
    TRUSTED_ISSUER_NO_AUTHORITY {
        @Override
        public ServerIdentity identity() {
            Issuer other = root().issue(Request.server("web.example.test"));
            Issuer server = new Issuer(other.key(), other.certificate(), List.of()).issue(SERVER);
            return shown(server, other);
        }
    },
    /** Issued by an authority that may issue for another domain alone. */
    NAME_CONSTRAINTS {
        @Override
        public ServerIdentity identity() {
            Issuer root = root();
            return shown(
                    root.issue(Request.authority("branch").permitting("example.test"))
                            .issue(SERVER),
                    root);
        }
    },
    /** Issued by a trusted root that may issue for another domain alone. */
    NAME_CONSTRAINTS_OF_THE_ROOT {
        @Override
        public ServerIdentity identity() {
            Issuer root = Issuer.root(Request.authority("branch").permitting("example.test"));
            return shown(root.issue(SERVER), root);
        }
    },
    EXPIRED {
        @Override
        public ServerIdentity identity() {
            Issuer root = root();
            return shown(root.issue(SERVER.valid(Duration.ofDays(-9), Duration.ofDays(-2))), root);
        }
    },
    NOT_YET_VALID {
        @Override
        public ServerIdentity identity() {
            Issuer root = root();
            return shown(root.issue(SERVER.valid(Duration.ofDays(2), Duration.ofDays(9))), root);
        }
    },
    /** In the bundle by itself, and out of date. */
    EXPIRED_AND_TRUSTED_ITSELF {
        @Override
        public ServerIdentity identity() {
            Issuer server = Issuer.root(SERVER.valid(Duration.ofDays(-9), Duration.ofDays(-2)));
            return new ServerIdentity(server.key(), List.of(server.certificate()), bundle(server));
        }
    },
    EXPIRED_AUTHORITY {
        @Override
        public ServerIdentity identity() {
            Issuer root = Issuer.root(Request.authority("old").valid(Duration.ofDays(-9), Duration.ofDays(-2)));
            return shown(root.issue(SERVER), root);
        }
    },
    WRONG_NAME {
        @Override
        public ServerIdentity identity() {
            Issuer root = root();
            return shown(root.issue(Request.server("other.example.test")), root);
        }
    },
    /** Pinned, but another server's. */
    WRONG_NAME_AND_PINNED {
        @Override
        public ServerIdentity identity() {
            Issuer server = root().issue(Request.server("other.example.test"));
            return new ServerIdentity(server.key(), server.chain(), Trust.Pinned.to(server.certificate()));
        }
    },
    /** For mail alone. */
    WRONG_USAGE {
        @Override
        public ServerIdentity identity() {
            Issuer root = root();
            return shown(root.issue(SERVER.purpose(KeyPurposeId.id_kp_emailProtection)), root);
        }
    },
    SELF_SIGNED {
        @Override
        public ServerIdentity identity() {
            Issuer server = Issuer.root(SERVER);
            return new ServerIdentity(server.key(), List.of(server.certificate()), bundle(root()));
        }
    },
    NOT_THE_PINNED_ONE {
        @Override
        public ServerIdentity identity() {
            Issuer server = root().issue(SERVER);
            return new ServerIdentity(server.key(), server.chain(), Trust.Pinned.to(root().certificate()));
        }
    };

    private static final Request SERVER = Request.server("localhost");

    /** A new one, with keys of its own. */
    public abstract ServerIdentity identity();

    /** Servers that are what they say, one for each way to trust them; the last is pinned. */
    public static List<ServerIdentity> genuine() {
        List<ServerIdentity> all = new ArrayList<>();
        Issuer root = root();
        all.add(shown(root.issue(SERVER), root));
        all.add(shown(root.issue(Request.authority("branch")).issue(SERVER), root));
        all.add(shown(
                root.issue(Request.authority("local").permitting("localhost")).issue(SERVER), root));
        Issuer restricted = Issuer.root(Request.authority("local").permitting("localhost"));
        all.add(shown(restricted.issue(SERVER), restricted));
        Issuer own = Issuer.root(SERVER);
        all.add(new ServerIdentity(own.key(), List.of(own.certificate()), bundle(own)));
        Issuer pinned = root().issue(SERVER);
        all.add(new ServerIdentity(pinned.key(), pinned.chain(), Trust.Pinned.to(pinned.certificate())));
        return all;
    }

    private static Issuer root() {
        return Issuer.root(Request.authority("Company authority"));
    }

    private static ServerIdentity shown(Issuer server, Issuer trusted) {
        return new ServerIdentity(server.key(), server.chain(), bundle(trusted));
    }

    private static Trust bundle(Issuer trusted) {
        return new Trust.Bundle(List.of(trusted.certificate()));
    }

    private static X509Certificate publicAuthority() {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
            factory.init((KeyStore) null);
            return Arrays.stream(factory.getTrustManagers())
                    .map(X509TrustManager.class::cast)
                    .flatMap(manager -> Arrays.stream(manager.getAcceptedIssuers()))
                    .findFirst()
                    .orElseThrow();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
