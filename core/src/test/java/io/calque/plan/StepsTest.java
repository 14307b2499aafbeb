package io.calque.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.calque.people.Identifiers;
import io.calque.policy.Account;
import io.calque.state.UserState;
import io.calque.state.Users;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class StepsTest {
    private static final Step.OfUser ON = new Step.EnableVoice("", "rule one");
    private static final Step.OfUser OFF = new Step.DisableVoice("", "rule two");

    @Property(tries = 200)
    void steps_about_users_come_in_the_order_of_their_names_whatever_the_order_of_the_server(
            @ForAll @Size(max = 40) List<@IntRange(max = 99) Integer> names) {
        Users users = users(names);
        Steps.Builder builder = new Steps.Builder(users);
        List<Step> expected = new ArrayList<>();
        for (int position = 0; position < users.size(); position++) {
            Step.OfUser pattern = position % 3 == 0 ? ON : OFF;
            builder.add(position, pattern);
            expected.add(pattern.of(users.subject(position)));
        }
        expected.sort(Comparator.comparing(Step::subject));

        Steps.Builder sorted = new Steps.Builder(users);
        sorted.addSorted(builder);

        assertThat(sorted.build()).isEqualTo(expected);
    }

    @Example
    void steps_as_they_are_keep_their_place_among_others() {
        Users users = users(List.of(2, 1));
        Step.OfUser line = new Step.SetLine("sip:b@contoso.com", null, "tel:+1", "rule");
        Steps.Builder voice = new Steps.Builder(users);
        voice.add(0, ON);
        voice.add(1, ON);
        Steps.Builder steps = new Steps.Builder(users);
        steps.addAll(List.of(line));
        steps.addSorted(voice);
        steps.addAll(List.of(line));

        assertThat(steps.build())
                .containsExactly(line, ON.of("sip:01@contoso.com"), ON.of("sip:02@contoso.com"), line)
                .isEqualTo(Steps.of(List.copyOf(steps.build())));
    }

    private static Users users(List<Integer> names) {
        return Users.of(names.stream()
                .map("sip:%02d@contoso.com"::formatted)
                .map(sip -> new UserState(
                        new Identifiers(null, null, null, sip, null, null), "Main", Account.PLAIN, null, null, null))
                .toList());
    }
}
