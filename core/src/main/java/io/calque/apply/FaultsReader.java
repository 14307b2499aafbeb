package io.calque.apply;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.source.Fields;
import io.calque.source.Node;
import io.calque.source.SourceText;
import io.calque.source.Yaml;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads how the simulated pool shall fail:
 *
 * <pre>{@code
 * every: 5                        # every 5th call is refused
 * users: [sip:ann@contoso.com]    # calls about these users are refused
 * delay: 20                       # milliseconds that each call takes
 * lose: {call: 7, when: before}   # the connection breaks at the 7th call, before its effect or after it
 * crash: {call: 9, when: after}   # the program ends at the 9th call, as if it were killed
 * }</pre>
 */
public final class FaultsReader {
    private final Findings findings;

    private FaultsReader(Findings findings) {
        this.findings = findings;
    }

    /** The faults that a text asks for; what can't be read is told as findings and left out. */
    public static Faults read(SourceText source, Findings findings) {
        Optional<Node> root = Yaml.read(source, findings);
        if (root.isEmpty() || (root.get() instanceof Node.Scalar scalar && scalar.isNull())) {
            return Faults.NONE;
        }
        return Fields.of(root.get(), "the file", findings)
                .map(new FaultsReader(findings)::read)
                .orElse(Faults.NONE);
    }

    private Faults read(Fields fields) {
        try (fields) {
            Set<String> users =
                    fields.scalars("users").stream().map(Node.Scalar::text).collect(Collectors.toUnmodifiableSet());
            OptionalLong every = count(fields, "every", 1);
            long delay = count(fields, "delay", 0).orElse(0);
            return new Faults(every, users, Duration.ofMillis(delay), moment(fields, "lose"), moment(fields, "crash"));
        }
    }

    private Optional<Faults.Moment> moment(Fields fields, String key) {
        return fields.fields(key).flatMap(moment -> {
            try (moment) {
                OptionalLong call = count(moment, "call", 1);
                Optional<Node.Scalar> when = moment.scalar("when");
                String word = when.map(Node.Scalar::text).orElse("before");
                if (!word.equals("before") && !word.equals("after")) {
                    findings.add(Finding.of(Code.WRONG_SHAPE, "'when' must be before or after, not '" + word + "'")
                            .at(when.map(Node.Scalar::place).orElse(null)));
                    return Optional.empty();
                }
                return call.isPresent()
                        ? Optional.of(new Faults.Moment(call.getAsLong(), word.equals("after")))
                        : Optional.empty();
            }
        });
    }

    private OptionalLong count(Fields fields, String key, long least) {
        Optional<Node.Scalar> scalar = fields.scalar(key);
        if (scalar.isEmpty()) {
            return OptionalLong.empty();
        }
        String text = scalar.get().text();
        if (text.matches("[0-9]{1,9}") && Long.parseLong(text) >= least) {
            return OptionalLong.of(Long.parseLong(text));
        }
        findings.add(Finding.of(Code.WRONG_SHAPE, "'" + key + "' must be a whole number from " + least)
                .at(scalar.get().place()));
        return OptionalLong.empty();
    }
}
