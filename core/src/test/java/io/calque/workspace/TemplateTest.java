package io.calque.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.calque.assign.Persona;
import io.calque.catalogue.PolicyType;
import io.calque.catalogue.ProductVersion;
import io.calque.diagnostic.Findings;
import io.calque.licence.Licences;
import io.calque.policy.Account;
import io.calque.policy.EffectiveState;
import io.calque.policy.Identity;
import io.calque.policy.Policy;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TemplateTest {
    @ParameterizedTest
    @EnumSource
    void a_new_workspace_is_read_without_any_finding(ProductVersion version) {
        Findings findings = new Findings();

        Workspace workspace = read(version, findings);

        assertThat(findings.sorted()).isEmpty();
        assertThat(workspace.version()).isEqualTo(version);
        assertThat(workspace.policies()).hasSize(5);
        assertThat(workspace.personas()).hasSize(10);
    }

    @ParameterizedTest
    @EnumSource
    void the_five_policies_give_no_right_beyond_their_licences(ProductVersion version) {
        Workspace workspace = read(version, new Findings());

        for (DeclaredPolicy declared : workspace.policies()) {
            EffectiveState situation = new EffectiveState(
                    declared.policy(), Policy.allDefaults(PolicyType.VOICE, Identity.global()), Account.PLAIN);
            assertThat(workspace
                            .licensing()
                            .excess(situation, declared.licences().orElseThrow()))
                    .as(declared.policy().identity().print())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_licence_of_a_persona_is_needed_by_what_it_gives(ProductVersion version) {
        Workspace workspace = read(version, new Findings());

        for (Persona persona : workspace.personas().values()) {
            EffectiveState situation = new EffectiveState(
                    workspace
                            .policySet()
                            .effective(
                                    PolicyType.CONFERENCING,
                                    persona.wish(PolicyType.CONFERENCING)
                                            .orElseThrow()
                                            .policy(),
                                    null),
                    Policy.allDefaults(PolicyType.VOICE, Identity.global()),
                    Account.PLAIN.withEnterpriseVoice(persona.voice().orElse(false)));
            Licences needed = workspace.licensing().needed(situation);
            assertThat(needed).as(persona.name()).isEqualTo(persona.licences());
        }
    }

    private static Workspace read(ProductVersion version, Findings findings) {
        Map<String, String> files = Template.files(version);
        return WorkspaceReader.read(
                        name -> Optional.ofNullable(files.get(name))
                                .map(text -> () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))),
                        findings)
                .orElseThrow();
    }
}
