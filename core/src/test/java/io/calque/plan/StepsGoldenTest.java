package io.calque.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.calque.catalogue.PolicyType;
import io.calque.catalogue.Value;
import io.calque.policy.Identity;
import io.calque.policy.Policy;
import io.calque.testing.Golden;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("golden")
class StepsGoldenTest {
    private static final Identity.Tag SALES = new Identity.Tag("Sales");
    private static final Policy POLICY =
            new Policy(PolicyType.CONFERENCING, SALES, Map.of("Description", new Value.Text("it's “one”; a, b\\")));
    private static final List<Step> ALL = List.of(
            new Step.CreatePolicy(POLICY, "declared"),
            new Step.SetPolicy(
                    PolicyType.VOICE,
                    Identity.global(),
                    Map.of("AllowSimulRing", new Value.Flag(true)),
                    Map.of("AllowSimulRing", new Value.Flag(false)),
                    "declared"),
            new Step.DisableVoice("sip:ann@contoso.com", "no Plus"),
            new Step.SetLine("sip:ann@contoso.com", null, "tel:+49301;ext=2", "phone"),
            new Step.EnableVoice("sip:ann@contoso.com", "Plus"),
            new Step.Grant("sip:ann@contoso.com", PolicyType.CONFERENCING, null, SALES, "rule"),
            new Step.Revoke("sip:ann@contoso.com", PolicyType.VOICE, SALES, "rule"),
            new Step.RemovePolicy(POLICY, "nobody has it"));

    @Test
    void every_kind_of_step_has_its_line() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PlanWriter.steps(ALL, out);

        assertThat(ALL.stream().map(Object::getClass)).containsExactlyInAnyOrderElementsOf(permitted());
        Golden.check(StepsGoldenTest.class, "steps.jsonl", out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void every_kind_of_step_taken_back_twice_is_itself() {
        assertThat(ALL)
                .allSatisfy(step -> assertThat(Inverse.of(Inverse.of(step, "").orElseThrow(), step.because()))
                        .contains(step));
    }

    private static List<Class<?>> permitted() {
        return Stream.of(Step.OfPolicy.class, Step.OfUser.class)
                .<Class<?>>flatMap(part -> Arrays.stream(part.getPermittedSubclasses()))
                .toList();
    }
}
