package io.calque.directory.fake;

import com.unboundid.ldap.listener.LDAPListener;
import com.unboundid.ldap.listener.LDAPListenerConfig;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.util.ssl.KeyStoreKeyManager;
import com.unboundid.util.ssl.SSLUtil;
import com.unboundid.util.ssl.cert.ManageCertificates;
import io.calque.directory.connect.Address;
import io.calque.directory.connect.ConnectionSettings;
import io.calque.directory.connect.Encryption;
import io.calque.directory.connect.Login;
import io.calque.security.secret.Secret;
import io.calque.security.tls.Pin;
import io.calque.security.tls.Trust;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;

/** A listener on loopback with TLS that answers as Active Directory does, limits included ({@link FakeHandler}). */
public final class FakeController implements AutoCloseable {
    private final LDAPListener listener;
    private final Pin pin;
    final FakeHandler.Behaviour behaviour = new FakeHandler.Behaviour();

    /** Starts one with these entries. */
    public FakeController(List<Entry> entries) {
        try {
            File file = File.createTempFile("calque", ".p12");
            Files.delete(file.toPath());
            file.deleteOnExit();
            char[] key = "changeit".toCharArray();
            ResultCode made = ManageCertificates.main(
                    null,
                    OutputStream.nullOutputStream(),
                    System.err,
                    "generate-self-signed-certificate",
                    "--keystore",
                    file.getPath(),
                    "--keystore-type",
                    "PKCS12",
                    "--keystore-password",
                    "changeit",
                    "--alias",
                    "dc",
                    "--subject-dn",
                    "CN=localhost",
                    "--subject-alternative-name-dns",
                    "localhost");
            if (!made.equals(ResultCode.SUCCESS)) {
                throw new IllegalStateException("no certificate: " + made);
            }
            KeyStore store = KeyStore.getInstance(file, key);
            pin = Pin.of((X509Certificate) store.getCertificate(store.aliases().nextElement()));
            LDAPListenerConfig config = new LDAPListenerConfig(0, new FakeHandler(List.copyOf(entries), behaviour));
            config.setListenAddress(InetAddress.getLoopbackAddress());
            config.setServerSocketFactory(new SSLUtil(new KeyStoreKeyManager(file, key, "PKCS12", null), null)
                    .createSSLServerSocketFactory());
            listener = new LDAPListener(config);
            listener.startListening();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The root entry of a directory that says nothing more of itself. */
    public static Entry root() {
        Entry root = new Entry("");
        root.addAttribute("objectClass", "top");
        root.addAttribute("defaultNamingContext", "DC=fake,DC=test");
        return root;
    }

    /** How it behaves; may be changed while it runs. */
    public FakeHandler.Behaviour behaviour() {
        return behaviour;
    }

    /** Where it listens. */
    public Address address() {
        return new Address("localhost", listener.getListenPort());
    }

    /** Settings that reach it. */
    public ConnectionSettings settings() {
        return settings("Passw0rd");
    }

    /** Settings that reach it, with a password of one's choice. */
    public ConnectionSettings settings(String password) {
        return new ConnectionSettings(
                List.of(address()),
                Encryption.LDAPS,
                new Trust.Pinned(List.of(pin)),
                new Login.Simple("reader@fake.test", Secret.of(password)));
    }

    /** The fingerprint of its certificate. */
    public Pin pin() {
        return pin;
    }

    @Override
    public void close() {
        listener.shutDown(true);
    }
}
