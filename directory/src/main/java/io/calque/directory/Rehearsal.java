package io.calque.directory;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.util.ssl.KeyStoreKeyManager;
import com.unboundid.util.ssl.SSLUtil;
import com.unboundid.util.ssl.cert.ManageCertificates;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;

/**
 * A directory of a few made-up people in this process, over TLS on a loopback port. The launchers' rehearsal reads it, because a start
 * is fast only for what was rehearsed. It takes one password, and is started for nothing else.
 */
public final class Rehearsal implements AutoCloseable {
    private static final String BASE = "DC=rehearsal,DC=test";
    private static final String STORE_PASSWORD = "rehearsal";
    private static final int PEOPLE = 2500;
    /** This server compares numbers as texts, so that all have the same length. */
    private static final int FIRST_USN = 1_000_000;
    /** The control that shows deleted objects (MS-ADTS 3.1.1.3.4.1.14). */
    private static final String SHOW_DELETED = "1.2.840.113556.1.4.417";

    private final InMemoryDirectoryServer server;

    private Rehearsal(InMemoryDirectoryServer server) {
        this.server = server;
    }

    /**
     * Starts one.
     *
     * @param folder where its certificate is kept, as {@code rehearsal.pem}; made when it is not there
     * @param port where it listens; 0 for any
     * @param password what {@code CN=reader} must give
     * @param changes how many people have changed since it began; the others are as they always were
     * @throws IOException when it can't be started
     */
    public static Rehearsal start(Path folder, int port, String password, int changes) throws IOException {
        try {
            InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(BASE);
            config.setSchema(null);
            config.addAdditionalBindCredentials("CN=reader", password);
            config.setCustomRootDSEAttributes(List.of(
                    new Attribute("defaultNamingContext", BASE),
                    new Attribute("highestCommittedUSN", Integer.toString(FIRST_USN + PEOPLE + changes)),
                    new Attribute("supportedControl", SHOW_DELETED)));
            config.setListenerConfigs(InMemoryListenerConfig.createLDAPSConfig(
                    "ldaps",
                    InetAddress.getLoopbackAddress(),
                    port,
                    new SSLUtil(
                                    new KeyStoreKeyManager(
                                            certificate(folder).toFile(), STORE_PASSWORD.toCharArray(), "PKCS12", null),
                                    null)
                            .createSSLServerSocketFactory(),
                    null));
            InMemoryDirectoryServer server = new InMemoryDirectoryServer(config);
            server.add(new Entry(BASE, new Attribute("objectClass", "domainDNS")));
            server.add(new Entry("CN=Deleted Objects," + BASE, new Attribute("objectClass", "container")));
            server.add(new Entry(
                    "CN=Gone,CN=Deleted Objects," + BASE,
                    new Attribute("objectClass", "user"),
                    new Attribute("isDeleted", "TRUE")));
            for (int i = 0; i < PEOPLE; i++) {
                server.add(person(i, FIRST_USN + (i < changes ? PEOPLE + i + 1 : i)));
            }
            server.startListening();
            return new Rehearsal(server);
        } catch (LDAPException | GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private static Entry person(int i, int usn) {
        return new Entry(
                "CN=Person " + i + "," + BASE,
                new Attribute("objectClass", "user"),
                new Attribute("objectCategory", "person"),
                new Attribute("objectGUID", ByteBuffer.allocate(16).putInt(i).array()),
                new Attribute("sAMAccountName", "p" + i),
                new Attribute("displayName", "Persön " + i),
                new Attribute("userAccountControl", "512"),
                new Attribute("uSNChanged", Integer.toString(usn)));
    }

    private static Path certificate(Path folder) throws IOException, GeneralSecurityException {
        Path store = folder.resolve("rehearsal.p12");
        if (Files.exists(store)) {
            return store;
        }
        ResultCode made = ManageCertificates.main(
                null,
                OutputStream.nullOutputStream(),
                OutputStream.nullOutputStream(),
                "generate-self-signed-certificate",
                "--keystore",
                store.toString(),
                "--keystore-type",
                "PKCS12",
                "--keystore-password",
                STORE_PASSWORD,
                "--alias",
                "rehearsal",
                "--subject-dn",
                "CN=localhost",
                "--subject-alternative-name-dns",
                "localhost");
        if (!made.equals(ResultCode.SUCCESS)) {
            throw new IOException("no certificate: " + made);
        }
        KeyStore keys = KeyStore.getInstance(store.toFile(), STORE_PASSWORD.toCharArray());
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(keys.getCertificate("rehearsal").getEncoded());
        Files.writeString(
                folder.resolve("rehearsal.pem"),
                "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n",
                StandardCharsets.US_ASCII);
        return store;
    }

    /** Where it listens, on {@code localhost}. */
    public int port() {
        return server.getListenPort();
    }

    @Override
    public void close() {
        server.shutDown(true);
    }
}
