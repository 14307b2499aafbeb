package io.calque.remoting.wsman;

import io.calque.remoting.http.TestCertificate;
import io.calque.remoting.lab.HttpsLab;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManagerFactory;

/** Somebody in the middle: shows its own certificate and passes every byte on to the lab. */
final class TlsRelay implements AutoCloseable {
    private final SSLServerSocket listener;
    private final SSLContext client;
    private final int port;

    TlsRelay(TestCertificate certificate, HttpsLab lab) {
        port = URI.create(lab.url()).getPort();
        try {
            var keys = KeyStore.getInstance("PKCS12");
            keys.load(null, null);
            keys.setCertificateEntry(
                    "lab",
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(lab.certificate())));
            var trust = TrustManagerFactory.getInstance("PKIX");
            trust.init(keys);
            client = SSLContext.getInstance("TLS");
            client.init(null, trust.getTrustManagers(), null);
            listener = (SSLServerSocket) certificate
                    .server()
                    .getServerSocketFactory()
                    .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    String url() {
        return "https://localhost:" + listener.getLocalPort() + "/OcsPowershell";
    }

    private void accept() {
        try {
            while (true) {
                var near = listener.accept();
                var far = client.getSocketFactory().createSocket("localhost", port);
                pass(near.getInputStream(), far.getOutputStream());
                pass(far.getInputStream(), near.getOutputStream());
            }
        } catch (IOException e) {
            // closed
        }
    }

    private static void pass(InputStream in, OutputStream out) {
        Thread.ofVirtual().start(() -> {
            try (in;
                    out) {
                in.transferTo(out);
            } catch (IOException e) {
                // one side hung up
            }
        });
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
