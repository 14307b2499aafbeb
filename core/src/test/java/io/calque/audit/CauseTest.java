package io.calque.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.calque.licence.Licence;
import io.calque.licence.Licences;
import io.calque.licence.Need;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CauseTest {
    private static final Need ENTERPRISE = new Need(List.of(Licences.of(Licence.STANDARD, Licence.ENTERPRISE)));
    private static final Ground AUDIO = new Ground("meeting.adhoc.audio", ENTERPRISE, "Global", "AllowIPAudio", "True");
    private static final Ground DIAL_IN = new Ground("meeting.dial-in", ENTERPRISE, "Global", "AllowIPAudio", "True");
    private static final Ground POLLS = new Ground("meeting.poll", ENTERPRISE, "Global", "AllowPolls", "True");

    @Test
    void a_setting_stands_once_with_all_rights_that_it_decides() {
        Cause cause = Cause.of(List.of(imbalance("ann", "Global", AUDIO, DIAL_IN, POLLS)))
                .getFirst();

        assertThat(cause.settings())
                .containsExactly(
                        new Cause.Decisive(
                                "AllowIPAudio", "True", "Global", List.of("meeting.adhoc.audio", "meeting.dial-in")),
                        new Cause.Decisive("AllowPolls", "True", "Global", List.of("meeting.poll")));
        assertThat(cause.people()).containsExactly("ann");
    }

    @Test
    void the_cause_with_most_people_comes_first() {
        List<Cause> causes = Cause.of(List.of(
                imbalance("ann", "Global", POLLS),
                imbalance("bob", "Global", AUDIO),
                imbalance("eve", "Global", AUDIO)));

        assertThat(causes).extracting(Cause::people).containsExactly(List.of("bob", "eve"), List.of("ann"));
    }

    @Property(tries = 50)
    void each_person_is_in_one_cause_with_those_of_the_same_policy_and_grounds(
            @ForAll @Size(max = 30) List<@IntRange(max = 3) Integer> kinds) {
        List<Imbalance> imbalances = IntStream.range(0, kinds.size())
                .mapToObj(i -> kind("p" + i, kinds.get(i)))
                .toList();

        List<Cause> causes = Cause.of(imbalances);

        assertThat(causes.stream().flatMap(cause -> cause.people().stream()))
                .containsExactlyInAnyOrderElementsOf(
                        imbalances.stream().map(Imbalance::subject).toList());
        assertThat(causes).hasSize((int) kinds.stream().distinct().count());
    }

    private static Imbalance kind(String subject, int kind) {
        return switch (kind) {
            case 0 -> imbalance(subject, "Global", AUDIO);
            case 1 -> imbalance(subject, "Tag:Wide", AUDIO);
            case 2 -> imbalance(subject, "Global", POLLS);
            default -> imbalance(subject, "Global");
        };
    }

    private static Imbalance imbalance(String subject, String policy, Ground... grounds) {
        return new Imbalance(
                subject, Licences.NONE, Licences.of(Licence.STANDARD, Licence.ENTERPRISE), policy, List.of(grounds));
    }
}
