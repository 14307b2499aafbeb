package io.calque.directory;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.diagnostic.Place;
import io.calque.directory.change.Disappearance;
import io.calque.directory.change.Tracking;
import io.calque.directory.connect.Address;
import io.calque.directory.connect.ConnectionSettings;
import io.calque.directory.connect.Encryption;
import io.calque.directory.connect.Limits;
import io.calque.directory.connect.Login;
import io.calque.directory.read.Scope;
import io.calque.security.tls.Pin;
import io.calque.security.tls.Trust;
import io.calque.security.tls.TrustException;
import io.calque.source.Fields;
import io.calque.source.NearMiss;
import io.calque.source.Node;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the key {@code people.ldap} of {@code calque.yaml}. All faults are told at once; passwords are fetched when there is none. */
public final class SettingsReader {
    private static final int MOST_SECONDS = 86_400;

    private final Function<String, Path> files;
    private final LoginSecrets secrets;
    private final Findings findings;

    /**
     * A reader.
     *
     * @param files turns a path as written into one that can be opened
     * @param secrets fetches passwords, and says which servers may get them
     * @param findings hears of what is wrong
     */
    public SettingsReader(Function<String, Path> files, LoginSecrets secrets, Findings findings) {
        this.files = files;
        this.secrets = secrets;
        this.findings = findings;
    }

    /** The settings; empty, with findings, when they can't be used. */
    public Optional<DirectorySettings> read(Node node) {
        return Fields.of(node, "'ldap'", findings).flatMap(fields -> {
            try (fields) {
                Encryption encryption = word(fields, "encryption", Encryption.values(), Encryption::word)
                        .orElse(Encryption.LDAPS);
                List<Address> servers = servers(fields, encryption);
                Trust trust = fields.node("trust").map(this::trust).orElse(new Trust.Platform());
                Optional<Login> login = new LoginReader(files, secrets, encryption, servers, findings).read(fields);
                Tracking tracking = word(
                                fields,
                                "changes",
                                Tracking.values(),
                                t -> t.name().toLowerCase(Locale.ROOT))
                        .orElse(Tracking.AUTO);
                Optional<String> base = fields.scalar("base").flatMap(this::base);
                Optional<Filter> filter = fields.scalar("filter").flatMap(this::filter);
                Scope scope = new Scope(
                        base.orElse(null),
                        filter.orElse(null),
                        fields.flag("disabled").orElse(false));
                Optional<String> domain = fields.text("domain");
                Disappearance disappearance =
                        fields.scalar("maxDisappearing").flatMap(this::share).orElse(Disappearance.DEFAULT);
                Limits limits = fields.fields("limits").map(this::limits).orElse(Limits.DEFAULT);
                if (servers.isEmpty() || login.isEmpty()) {
                    return Optional.empty();
                }
                return Optional.of(new DirectorySettings(
                        new ConnectionSettings(servers, encryption, trust, login.get(), limits),
                        scope,
                        domain.orElse(null),
                        tracking,
                        disappearance));
            }
        });
    }

    private List<Address> servers(Fields fields, Encryption encryption) {
        fields.required("servers");
        List<Address> servers = new ArrayList<>();
        for (Node.Scalar server : fields.scalars("servers")) {
            String text = server.text().strip();
            int colon = text.lastIndexOf(':');
            boolean port = colon > 0 && (text.indexOf(':') == colon || text.charAt(colon - 1) == ']');
            String host = (port ? text.substring(0, colon) : text).replaceAll("^\\[|\\]$", "");
            try {
                servers.add(new Address(host, port ? Integer.parseInt(text.substring(colon + 1)) : encryption.port()));
            } catch (IllegalArgumentException e) {
                wrong(
                        "'" + text + "' is not the name of a server",
                        "Write dc1.contoso.com or dc1.contoso.com:636",
                        server.place());
            }
        }
        return servers;
    }

    private Trust trust(Node node) {
        return switch (node) {
            case Node.Scalar word when word.text().equals("system") -> new Trust.Platform();
            case Node.Mapping map ->
                Fields.of(map, "'trust'", findings).map(this::trust).orElse(new Trust.Platform());
            case Node.Scalar _, Node.Sequence _ -> {
                wrong("'trust' must be the word system, {bundle: ca.pem} or {pins: [fingerprint]}", null, node.place());
                yield new Trust.Platform();
            }
        };
    }

    private Trust trust(Fields fields) {
        try (fields) {
            Optional<Trust> bundle = fields.scalar("bundle").map(this::bundle);
            List<Pin> pins = new ArrayList<>();
            for (Node.Scalar pin : fields.scalars("pins")) {
                try {
                    pins.add(new Pin(pin.text().strip()));
                } catch (IllegalArgumentException e) {
                    wrong(
                            "'" + pin.text() + "' is not a SHA-256 fingerprint",
                            "openssl x509 -noout -fingerprint -sha256 prints it",
                            pin.place());
                }
            }
            if (bundle.isPresent() != pins.isEmpty()) {
                wrong("exactly one of bundle and pins must stand here", null, fields.place());
            }
            return bundle.orElseGet(() -> pins.isEmpty() ? new Trust.Platform() : new Trust.Pinned(pins));
        }
    }

    private Optional<Disappearance> share(Node.Scalar text) {
        String written = text.text().strip();
        try {
            double percent = Double.parseDouble(written.replaceFirst("%$", ""));
            return Optional.of(new Disappearance(percent / 100));
        } catch (IllegalArgumentException e) {
            wrong("'" + written + "' is not a share of people", "Write it as 20%, from 0% to 100%", text.place());
            return Optional.empty();
        }
    }

    private Limits limits(Fields fields) {
        try (fields) {
            return new Limits(
                    seconds(fields, "name", Limits.DEFAULT.name()),
                    seconds(fields, "connect", Limits.DEFAULT.connect()),
                    seconds(fields, "tls", Limits.DEFAULT.tls()),
                    seconds(fields, "login", Limits.DEFAULT.login()),
                    seconds(fields, "silence", Limits.DEFAULT.silence()));
        }
    }

    private Duration seconds(Fields fields, String key, Duration otherwise) {
        Optional<Node.Scalar> given = fields.scalar(key);
        if (given.isEmpty()) {
            return otherwise;
        }
        String text = given.get().text();
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) == 0 || Integer.parseInt(text) > MOST_SECONDS) {
            wrong(
                    "'" + key + "' must be a number of seconds, 1 to " + MOST_SECONDS,
                    null,
                    given.get().place());
            return otherwise;
        }
        return Duration.ofSeconds(Integer.parseInt(text));
    }

    private Trust bundle(Node.Scalar file) {
        try {
            return Trust.bundle(files.apply(file.text()));
        } catch (TrustException e) {
            findings.add(Finding.of(Code.UNREADABLE_FILE, "the trusted certificates can't be read: " + e.getMessage())
                    .help("Give a PEM file with the issuing authority's certificate")
                    .at(file.place()));
            return new Trust.Platform();
        }
    }

    private Optional<String> base(Node.Scalar text) {
        if (DN.isValidDN(text.text())) {
            return Optional.of(text.text());
        }
        wrong(
                "'" + text.text() + "' is not a distinguished name",
                "Write it as OU=People,DC=contoso,DC=com",
                text.place());
        return Optional.empty();
    }

    private Optional<Filter> filter(Node.Scalar text) {
        try {
            return Optional.of(Filter.create(text.text()));
        } catch (LDAPException e) {
            wrong(
                    "'" + text.text() + "' is not an LDAP filter: " + e.getMessage(),
                    "Write it as RFC 4515 says: (department=Sales)",
                    text.place());
            return Optional.empty();
        }
    }

    private <T> Optional<T> word(Fields fields, String key, T[] known, Function<T, String> word) {
        return fields.scalar(key).flatMap(scalar -> {
            Optional<T> found = Arrays.stream(known)
                    .filter(k -> word.apply(k).equals(scalar.text()))
                    .findFirst();
            if (found.isEmpty()) {
                List<String> words = Arrays.stream(known).map(word).toList();
                wrong(
                        "'" + key + "' can't be '" + scalar.text() + "'",
                        NearMiss.help(scalar.text(), words),
                        scalar.place());
            }
            return found;
        });
    }

    private void wrong(String message, @Nullable String help, Place place) {
        findings.add(Finding.of(Code.WRONG_SHAPE, message).help(help).at(place));
    }
}
