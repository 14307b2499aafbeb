package io.calque.workspace;

import io.calque.catalogue.ProductVersion;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.diagnostic.Place;
import io.calque.licence.Decision;
import io.calque.licence.Licence;
import io.calque.licence.Need;
import io.calque.licence.Profile;
import io.calque.policy.Licensing;
import io.calque.source.Fields;
import io.calque.source.Node;
import io.calque.source.Vocabulary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads {@code calque.yaml}. */
final class ConfigReader {
    /** What the file says; versions and profiles that can't be read fall back to the newest and the default, with a finding. */
    record Config(Licensing licensing, Optional<PeopleSpec> people, ServerSpec server, Seats seats, Brakes brakes) {}

    private static final String MAX_CHANGES = "maxChanges", MAX_SHARE = "maxShare";

    private final Findings findings;
    private final Vocabulary words;

    ConfigReader(Findings findings) {
        this.findings = findings;
        this.words = new Vocabulary(findings);
    }

    Config read(Node root) {
        Optional<Fields> opened = Fields.of(root, "the file", findings);
        if (opened.isEmpty()) {
            Licensing rules = Licensing.of(ProductVersion.SFB_SE, profile(Profile.DEFAULT));
            return new Config(
                    rules, Optional.empty(), new ServerSpec.Simulated(root.place()), Seats.UNKNOWN, Brakes.NONE);
        }
        try (Fields fields = opened.get()) {
            ProductVersion version = fields.required("product")
                    .flatMap(node -> words.word(node, ProductVersion.ids(), ProductVersion::of))
                    .orElse(ProductVersion.SFB_SE);
            Profile profile = fields.node("profile")
                    .flatMap(node -> words.word(node, Profile.names(), Profile::of))
                    .orElseGet(() -> profile(Profile.DEFAULT))
                    .with(decisions(fields));
            SourcesReader sources = new SourcesReader(findings);
            Optional<PeopleSpec> people = sources.people(fields);
            return new Config(
                    Licensing.of(version, profile),
                    people,
                    sources.server(fields, people),
                    seats(fields),
                    brakes(fields));
        }
    }

    private static Profile profile(String name) {
        return Profile.of(name).orElseThrow();
    }

    private List<Decision> decisions(Fields fields) {
        List<Decision> decisions = new ArrayList<>();
        for (Node node : fields.list("overrides")) {
            Fields.of(node, "an override", findings).ifPresent(row -> {
                try (row) {
                    Optional<String> right = row.required("right")
                            .flatMap(id -> words.word(
                                    id,
                                    Profile.rightIds(),
                                    text -> Optional.of(text).filter(Profile.rightIds()::contains)));
                    Optional<Need> need = row.required("needs").flatMap(this::need);
                    Optional<String> reason = row.requiredText("reason");
                    if (right.isPresent() && need.isPresent() && reason.isPresent()) {
                        decisions.add(new Decision(right.get(), need.get(), reason.get(), row.place()));
                    }
                }
            });
        }
        return decisions;
    }

    private Optional<Need> need(Node node) {
        return new LicencesReader(findings).read(node).map(licences -> new Need(List.of(licences)));
    }

    private Seats seats(Fields fields) {
        Map<Licence, Long> owned = new EnumMap<>(Licence.class);
        Map<Licence, BigDecimal> cost = new EnumMap<>(Licence.class);
        fields.fields("seats").ifPresent(seats -> {
            try (seats) {
                for (Licence licence : Licence.values()) {
                    seats.node(licence.id()).ifPresent(node -> seat(licence, node, owned, cost));
                }
            }
        });
        return new Seats(owned, cost);
    }

    private void seat(Licence licence, Node node, Map<Licence, Long> owned, Map<Licence, BigDecimal> cost) {
        if (node instanceof Node.Scalar scalar) {
            count(scalar).ifPresent(n -> owned.put(licence, n));
            return;
        }
        Fields.of(node, "'" + licence.id() + "'", findings).ifPresent(seat -> {
            try (seat) {
                seat.scalar("owned").flatMap(this::count).ifPresent(n -> owned.put(licence, n));
                seat.scalar("cost").flatMap(this::money).ifPresent(m -> cost.put(licence, m));
            }
        });
    }

    private Brakes brakes(Fields fields) {
        return fields.fields("brakes")
                .map(brakes -> {
                    try (brakes) {
                        Map<String, Place> places = new HashMap<>();
                        for (String key : List.of(MAX_CHANGES, MAX_SHARE)) {
                            brakes.node(key).ifPresent(node -> places.put(key, node.place()));
                        }
                        return new Brakes(
                                brakes.scalar(MAX_CHANGES).flatMap(this::count),
                                brakes.scalar(MAX_SHARE).flatMap(this::share),
                                places);
                    }
                })
                .orElse(Brakes.NONE);
    }

    private Optional<Long> count(Node.Scalar scalar) {
        return number(
                scalar, "a whole number, 0 or more", text -> Long.parseLong(text) < 0 ? null : Long.valueOf(text));
    }

    private Optional<BigDecimal> money(Node.Scalar scalar) {
        return number(scalar, "an amount such as 107.00", text -> {
            BigDecimal amount = new BigDecimal(text);
            return amount.signum() < 0 ? null : amount;
        });
    }

    private Optional<Double> share(Node.Scalar scalar) {
        return number(scalar, "a share such as 20%", text -> {
            boolean percent = text.endsWith("%");
            double share =
                    Double.parseDouble(percent ? text.substring(0, text.length() - 1) : text) / (percent ? 100 : 1);
            return share >= 0 && share <= 1 ? share : null;
        });
    }

    private <T> Optional<T> number(Node.Scalar scalar, String what, Function<String, @Nullable T> parse) {
        try {
            Optional<T> number = Optional.ofNullable(parse.apply(scalar.text()));
            if (number.isPresent()) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, together with numbers out of range.
        }
        findings.add(Finding.of(Code.WRONG_SHAPE, "'" + scalar.text() + "' is not " + what)
                .at(scalar.place()));
        return Optional.empty();
    }
}
