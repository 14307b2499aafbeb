package io.calque.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.calque.catalogue.PolicyType;
import io.calque.policy.Identity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.core.JsonGenerator;

class JsonLineBufferTest {
    @Property(tries = 300)
    void lines_are_the_bytes_that_one_step_after_the_other_would_make(@ForAll("steps") List<Step> steps)
            throws IOException {
        JsonLineBuffer lines = new JsonLineBuffer(1);
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        for (int i = 0; i < steps.size(); i++) {
            lines.add(i + 1L, steps.get(i));
            try (JsonGenerator json = PlanWriter.generator(expected)) {
                StepJson.write(i + 1L, steps.get(i), json);
            }
            expected.write('\n');
        }
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        lines.writeTo(told);
        assertThat(told.toString(StandardCharsets.UTF_8)).isEqualTo(expected.toString(StandardCharsets.UTF_8));
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        // Spellings that the product takes for one policy, and subjects that JSON must escape.
        Arbitrary<Identity.Tag> tags = Arbitraries.of("Sales", "SALES", "Ünion").map(Identity.Tag::new);
        Arbitrary<String> subjects =
                Arbitraries.of("sip:ann@contoso.com", "", "\"", "a\\b", "Zoë", ",\"subject\":\"", "\t", "日本");
        Arbitrary<String> reasons = Arbitraries.of("rule 'a'", "rule \"b\"", "für Zoë");
        Arbitrary<PolicyType> types = Arbitraries.of(PolicyType.class);
        return Combinators.combine(Arbitraries.integers().between(0, 5), subjects, types, tags, tags, reasons)
                .as(JsonLineBufferTest::step)
                .list()
                .ofMaxSize(30);
    }

    private static Step step(
            int kind, String subject, PolicyType type, Identity.Tag before, Identity.Tag after, String because) {
        return switch (kind) {
            case 0 -> new Step.Grant(subject, type, before, after, because);
            case 5 -> new Step.Grant(subject, type, null, after, because);
            case 1 -> new Step.Revoke(subject, type, after, because);
            case 2 -> new Step.EnableVoice(subject, because);
            case 3 -> new Step.DisableVoice(subject, because);
            default -> new Step.SetLine(subject, null, "tel:+491", because);
        };
    }
}
