package io.calque.cli.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.calque.testing.Golden;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Plays the scripts that need a domain controller; with {@code -Dcalque.golden=rewrite} writes down what happened instead. */
@Tag("integration")
@Tag("samba")
@Tag("golden")
class SambaScriptTest {
    private static final Path SCRIPTS = Path.of("src/test/resources/samba");
    private static final String PASSWORD = "Passw0rd!Reader";
    private static final long HALF = 300_000;
    /** What differs from one day or from one made domain to the next, and what scripts say in its place. */
    private static final Map<Pattern, String> VARYING = Map.of(
            Pattern.compile("since 2\\d{3}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d UTC"), "since TIME",
            Pattern.compile("valid until \\d{4}-\\d\\d-\\d\\d"), "valid until DATE",
            // A domain tells its groups in the order of identities that are drawn by lot.
            Pattern.compile("CN=[^:\n]*,CN=(Users|Builtin),DC=ad,DC=example,DC=test: \\d+ direct members"),
                    "SOME GROUP: N direct members",
            // Told or not by what else the controller notes meanwhile, such as logins.
            Pattern.compile("2> info CQ712 .*\n2> .*\n"), "");

    @TempDir
    private static Path folder = Path.of("");

    private static DomainController dc;
    private static CutLine cut;

    @BeforeAll
    static void start() throws IOException {
        dc = DomainController.start(folder);
        cut = new CutLine(DomainController.HOST, 636, HALF);
    }

    @AfterAll
    static void stop() {
        if (dc != null) {
            cut.close();
            dc.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> scripts() throws IOException {
        try (Stream<Path> files = Files.list(SCRIPTS)) {
            List<Path> scripts = files.sorted().toList();
            assertThat(scripts).isNotEmpty();
            return scripts.stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> play(file)));
        }
    }

    private static void play(Path file) throws IOException, GeneralSecurityException {
        Path stage = Files.createDirectory(folder.resolve(file.getFileName().toString()));
        String expected = Files.readString(file);
        String played = new Stage(stage, surroundings(stage))
                .play(Script.parse(expected))
                .print();
        String actual = played;
        for (Map.Entry<Pattern, String> varying : VARYING.entrySet()) {
            actual = varying.getKey().matcher(actual).replaceAll(varying.getValue());
        }
        assertThat(actual).doesNotContain(PASSWORD);
        try (Stream<Path> kept = Files.walk(stage)) {
            assertThat(kept.filter(path -> path.toString().contains(".calque") && Files.isRegularFile(path)))
                    .allSatisfy(path -> assertThat(Files.readString(path, StandardCharsets.ISO_8859_1))
                            .doesNotContain(PASSWORD));
        }
        Golden.check(file, actual);
    }

    private static Stage.Surroundings surroundings(Path stage) throws IOException, GeneralSecurityException {
        Path tls = dc.tree().resolve("private/tls");
        Map<String, String> values = new LinkedHashMap<>();
        values.put("$CA", tls.resolve("ca.pem").toString());
        values.put("$PIN", fingerprint(tls.resolve("cert.pem")));
        values.put("$KEYTAB", dc.tree().resolve("svc-calque.keytab").toString());
        values.put("$CUT", DomainController.HOST + ":" + cut.port());
        values.put("$DC", DomainController.HOST);
        values.put("$KDC", dc.address());
        return new Stage.Surroundings(
                Map.of(
                        "CALQUE_LDAP_PASSWORD",
                        PASSWORD,
                        "WRONG_PASSWORD",
                        "Passw0rd!Wrong",
                        "XDG_CONFIG_HOME",
                        trusting().toString()),
                values,
                Map.of(
                        "stop", _ -> dc.script("stop.sh", dc.tree().toString()),
                        "start", _ -> dc.script("start.sh", dc.tree().toString(), dc.address()),
                        "kinit", arguments -> kinit(stage.resolve(arguments.getFirst())),
                        "password-file", arguments -> write(stage.resolve(arguments.getFirst())),
                        "chmod",
                                arguments -> dc.run(
                                        "chmod",
                                        arguments.getFirst(),
                                        stage.resolve(arguments.getLast()).toString()),
                        "corrupt", arguments -> corrupt(stage.resolve(arguments.getFirst())),
                        "modify", change(stage)));
    }

    /** The settings of a user who lets workspaces say where passwords for the domain come from. */
    private static Path trusting() throws IOException {
        Path config = folder.resolve("config");
        Path file = config.resolve("calque/credentials.yaml");
        Files.createDirectories(config.resolve("calque"));
        dc.write(file, "trustedHosts: ['*.ad.example.test', " + dc.address() + "]\n");
        return config;
    }

    private static String fingerprint(Path certificate) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(certificate)) {
            byte[] encoded = CertificateFactory.getInstance("X.509")
                    .generateCertificate(in)
                    .getEncoded();
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(encoded));
        }
    }

    private static Consumer<List<String>> change(Path stage) {
        return arguments -> dc.modify(stage.resolve(arguments.getFirst()));
    }

    private static void kinit(Path tickets) {
        dc.kinit(tickets);
    }

    private static void write(Path file) {
        dc.write(file, PASSWORD + "\n");
    }

    private static void corrupt(Path file) {
        dc.write(file, "not a copy at all");
    }
}
