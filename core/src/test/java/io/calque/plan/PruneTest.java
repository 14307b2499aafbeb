package io.calque.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.calque.catalogue.PolicyType;
import io.calque.catalogue.ProductVersion;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.diagnostic.Place;
import io.calque.people.Attributes;
import io.calque.people.Identifiers;
import io.calque.people.Person;
import io.calque.policy.Account;
import io.calque.policy.Identity;
import io.calque.policy.Policy;
import io.calque.policy.PolicySet;
import io.calque.state.Observed;
import io.calque.state.UserState;
import io.calque.workspace.Template;
import io.calque.workspace.Workspace;
import io.calque.workspace.WorkspaceReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PruneTest {
    private static final Identity.Tag OLD = new Identity.Tag("Old");
    private final Findings findings = new Findings();

    @Test
    void a_policy_that_nobody_declares_goes_when_its_last_user_gets_another() {
        assertThat(removed(person(1, "Standard"))).containsExactly("Tag:Old");
    }

    @Test
    void a_policy_stays_while_somebody_whom_no_row_means_has_it() {
        assertThat(removed()).isEmpty();
    }

    @Test
    void a_policy_stays_while_somebody_has_it_whom_two_rows_mean_differently() {
        assertThat(removed(person(1, "Standard"), person(2, "Enterprise"))).isEmpty();
        assertThat(findings.sorted()).extracting(Finding::code).containsExactly(Code.DUPLICATE_PERSON);
    }

    private List<String> removed(Person... people) {
        Identifiers ids = new Identifiers(null, "ann", null, "sip:ann@contoso.com", null, null);
        UserState ann = new UserState(ids, null, Account.PLAIN, null, OLD, null);
        Observed observed = new Observed(
                ProductVersion.SFB_SE,
                List.of(),
                PolicySet.of(List.of(Policy.allDefaults(PolicyType.CONFERENCING, OLD))),
                List.of(ann));
        Planner planner = new Planner(workspace(), LocalDate.of(2026, 11, 24), findings);
        List.of(people).forEach(planner::accept);
        return planner.finish(observed, new PlanOptions(true)).steps().stream()
                .filter(step -> step.kind() == StepKind.REMOVE_POLICY)
                .map(Step::subject)
                .toList();
    }

    private static Person person(int line, String licence) {
        Attributes attributes = name -> name.equals("Licence") ? List.of(licence) : List.of();
        Identifiers ids = new Identifiers(null, "ann", null, null, null, null);
        return new Person(ids, null, Set.of(), attributes, true, Place.line("people.csv", line));
    }

    private static Workspace workspace() {
        Map<String, String> files = Template.files(ProductVersion.SFB_SE);
        return WorkspaceReader.read(
                        name -> Optional.ofNullable(files.get(name))
                                .map(text -> () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))),
                        new Findings())
                .orElseThrow();
    }
}
