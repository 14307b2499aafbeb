package io.calque.cli.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.calque.testing.Golden;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plays scripts of {@code calque probe} against real endpoints, good ones and broken ones; rewritten like every other script. */
@Tag("integration")
@Tag("lab")
class ProbeLabTest {
    private static final Path SCRIPTS = Path.of("src/test/resources/lab-scripts");
    private static final String PASSWORD = "S3cret & “quoted”";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void every_layer_that_fails_is_named_and_what_to_do_is_said() throws IOException, GeneralSecurityException {
        try (LabServer full = serve("full", "-ChannelBinding", "require");
                LabServer bare = serve("bare", "-Language", "No", "-Auth", "basic");
                Socket closed = new Socket()) {
            // Held without listening, so that nobody else listens there.
            closed.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            Files.copy(full.certificate(), folder.resolve("full.pem"));
            Files.copy(bare.certificate(), folder.resolve("bare.pem"));
            Map<String, String> known = new LinkedHashMap<>();
            known.put("$FULL", full.port());
            known.put("$BARE", bare.port());
            known.put("$CLOSED", Integer.toString(closed.getLocalPort()));
            known.put("$SHA256", digest(full.certificate()));
            known.put(
                    "$UNTIL",
                    read(full.certificate())
                            .getNotAfter()
                            .toInstant()
                            .toString()
                            .substring(0, 10));
            for (Path script : scripts()) {
                Files.writeString(folder.resolve("full/faults.json"), "{}");
                play(script, new Stage.Surroundings(Map.of(), known, Map.of()));
            }
            String transcript = Files.readString(folder.resolve("transcript.yml"));
            assertThat(transcript)
                    .contains("Authorization: Negotiate (", "CommandLine")
                    .doesNotContain("S3cret", "TlRMTVNTUA", "YIG", "oYI", "oRQ");
        }
    }

    private void play(Path script, Stage.Surroundings around) throws IOException {
        String expected = Files.readString(script);
        String played = new Stage(folder, around).play(Script.parse(expected)).print();
        Golden.check(script, played);
    }

    private static List<Path> scripts() throws IOException {
        try (Stream<Path> files = Files.list(SCRIPTS)) {
            return files.sorted().toList();
        }
    }

    private LabServer serve(String name, String... options) {
        String[] all = new String[6 + options.length];
        System.arraycopy(new String[] {"-User", "admin", "-Password", PASSWORD, "-Domain", "CONTOSO"}, 0, all, 0, 6);
        System.arraycopy(options, 0, all, 6, options.length);
        return LabServer.in(folder.resolve(name), all);
    }

    private static String digest(Path certificate) throws IOException, GeneralSecurityException {
        byte[] encoded = read(certificate).getEncoded();
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(encoded));
    }

    private static X509Certificate read(Path certificate) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(certificate)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }
}
