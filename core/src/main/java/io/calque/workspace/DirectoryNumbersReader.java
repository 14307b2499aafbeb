package io.calque.workspace;

import io.calque.catalogue.PolicyType;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.policy.Identity;
import io.calque.source.Fields;
import io.calque.source.Node;
import io.calque.source.Vocabulary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the keys {@code types}, {@code policies} and {@code sites} of {@code server: {directory: …}}. */
final class DirectoryNumbersReader {
    private static final String OTHER = "other";
    private static final Pattern TYPE = Pattern.compile("\\d{1,9}");
    private static final Pattern POLICY = Pattern.compile("\\d{1,9}=\\d{1,18}");
    private static final Pattern SITE = Pattern.compile("\\d{1,18}");

    private final Findings findings;

    DirectoryNumbersReader(Findings findings) {
        this.findings = findings;
    }

    DirectoryNumbers read(Fields fields) {
        Map<Integer, Optional<PolicyType>> types = new HashMap<>();
        Map<String, Identity.Tag> policies = new HashMap<>();
        Map<String, String> sites = new HashMap<>();
        Vocabulary words = new Vocabulary(findings);
        List<String> known =
                Stream.concat(PolicyType.ids().stream(), Stream.of(OTHER)).toList();
        each(
                fields,
                "types",
                TYPE,
                "2",
                (number, value) -> words.word(value, known, DirectoryNumbersReader::type)
                        .ifPresent(type -> types.put(Integer.valueOf(number), type)));
        each(fields, "policies", POLICY, "1=17", (number, value) -> {
            if (Identity.of(value.text()) instanceof Identity.Tag tag) {
                policies.put(number, tag);
            } else {
                findings.add(Finding.of(Code.WRONG_SHAPE, "'" + value.text() + "' is not a user policy")
                        .help("Only user policies are granted; write its name")
                        .at(value.place()));
            }
        });
        each(fields, "sites", SITE, "1", (number, value) -> sites.put(number, value.text()));
        return new DirectoryNumbers(types, policies, sites);
    }

    private static Optional<Optional<PolicyType>> type(String word) {
        Optional<PolicyType> type = PolicyType.of(word);
        return type.isPresent() || word.equals(OTHER) ? Optional.of(type) : Optional.empty();
    }

    private void each(
            Fields fields, String key, Pattern shape, String example, BiConsumer<String, Node.Scalar> consumer) {
        fields.fields(key)
                .ifPresent(map -> map.entries().forEach(entry -> {
                    if (!shape.matcher(entry.key().text()).matches()) {
                        findings.add(Finding.of(
                                        Code.WRONG_SHAPE,
                                        "'" + entry.key().text() + "' is not a number as the directory writes it")
                                .help("Write it as " + example)
                                .at(entry.key().place()));
                    } else if (entry.value() instanceof Node.Scalar value && !value.isNull()) {
                        consumer.accept(entry.key().text(), value);
                    } else {
                        findings.add(Finding.of(
                                        Code.WRONG_SHAPE,
                                        "'" + entry.key().text() + "' takes a single value, not "
                                                + entry.value().kind())
                                .at(entry.key().place()));
                    }
                }));
    }
}
