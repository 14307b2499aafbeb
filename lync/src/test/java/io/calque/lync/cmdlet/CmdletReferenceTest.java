package io.calque.lync.cmdlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.calque.remoting.lab.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Compares the cmdlets with the product's own reference, as {@code CALQUE_CMDLETS} holds it. */
@Tag("integration")
class CmdletReferenceTest {
    @Test
    void every_cmdlet_and_parameter_is_the_products_own_by_name_and_type() throws IOException {
        Json reference = reference();
        for (CmdletName cmdlet : CmdletName.values()) {
            if (cmdlet.isPlain() || cmdlet == CmdletName.GET_SERVER_VERSION) { // of another part of the reference
                continue;
            }
            Json described = reference.at(cmdlet.text());
            assertThat(described.value()).as(cmdlet.text()).isNotNull();
            assertThat(described.at("shouldProcess").value())
                    .as(cmdlet.text() + " asks before it writes")
                    .isEqualTo(cmdlet.effect() == CmdletName.Effect.WRITES);
            for (Spec parameter : cmdlet.parameters()) {
                if (Set.of("ErrorAction", "Confirm").contains(parameter.name())) {
                    continue;
                }
                Json found = described.at("parameters").find("name", parameter.name());
                assertThat(types(parameter.kind()))
                        .as(cmdlet.text() + " -" + parameter.name())
                        .anyMatch(type -> found.at("type").text().matches(type));
            }
        }
    }

    @Test
    void every_setting_of_a_policy_is_there() throws IOException {
        Json reference = reference();
        for (CmdletName cmdlet : List.of(CmdletName.NEW_CONFERENCING_POLICY, CmdletName.SET_VOICE_POLICY)) {
            Set<String> ours = cmdlet.parameters().stream().map(Spec::name).collect(Collectors.toSet());
            Set<String> plumbing = Set.of("Force", "InMemory", "Instance");
            assertThat(reference.at(cmdlet.text()).at("parameters").items())
                    .hasSizeGreaterThan(18)
                    .map(p -> p.at("name").text())
                    .allMatch(name -> plumbing.contains(name) || ours.contains(name));
        }
    }

    private static List<String> types(Kind kind) {
        return switch (kind) {
            case USER -> List.of("UserIdParameter");
            case POLICY -> List.of("XdsIdentity");
            case POLICY_NAME, FILTER, LDAP_FILTER -> List.of("String");
            case TEXT -> List.of("String", "Fqdn");
            case WORD -> List.of("[A-Z]\\w+", "String");
            case FLAG -> List.of("Boolean");
            case SWITCH -> List.of("SwitchParameter");
            case WHOLE -> List.of("U?Int(32|64)", ".*Unlimited.*UInt32.*");
            case TEXTS -> List.of("PSListModifier", "String\\[\\]");
            case UNIT -> List.of("OUIdParameter");
        };
    }

    private static Json reference() throws IOException {
        String file = System.getenv("CALQUE_CMDLETS");
        Assumptions.assumeTrue(
                file != null && Files.isReadable(Path.of(file)),
                "the product's cmdlet reference is not there: set CALQUE_CMDLETS to its cmdlets.json");
        return Json.parse(Files.readString(Path.of(String.valueOf(file))));
    }
}
