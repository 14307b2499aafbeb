package io.calque.choice;

import static io.calque.choice.ArticlePolicies.AUDIO;
import static io.calque.choice.ArticlePolicies.AUDIO_VIDEO;
import static io.calque.choice.ArticlePolicies.DIAL_IN;
import static io.calque.choice.ArticlePolicies.FIVE;
import static io.calque.choice.ArticlePolicies.STD;
import static io.calque.choice.ArticlePolicies.UNRECORDED;
import static io.calque.choice.ArticlePolicies.licensing;
import static io.calque.choice.ArticlePolicies.policy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calque.catalogue.ProductVersion;
import io.calque.catalogue.Value;
import io.calque.licence.Licence;
import io.calque.licence.Licences;
import io.calque.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class GuideTest {
    private static final Guide GUIDE = Guide.over(licensing(ProductVersion.LYNC_2010), FIVE);

    @Test
    void it_asks_the_articles_questions_and_names_the_policy() {
        assertThat(end(GUIDE, "no")).isEqualTo(new Guide.Step.Fits(List.of(STD)));
        assertThat(end(GUIDE, "yes", "audio only", "yes", "no")).isEqualTo(new Guide.Step.Fits(List.of(AUDIO)));
        assertThat(end(GUIDE, "yes", "audio and video", "yes", "yes")).isEqualTo(new Guide.Step.Fits(List.of(DIAL_IN)));
    }

    @Test
    void it_composes_the_policy_that_is_missing() {
        assertThat(end(GUIDE, "yes", "audio only", "no", "yes"))
                .isInstanceOfSatisfying(Guide.Step.NoneFits.class, none -> {
                    assertThat(none.policy().identity()).hasToString("Tag[name=ENT_CAL_NOREC_Audio_PSTN]");
                    assertThat(none.policy().settings()).isEqualTo(Map.of("AllowIPVideo", new Value.Flag(false)));
                    assertThat(none.licences()).isEqualTo(Licences.of(Licence.STANDARD, Licence.ENTERPRISE));
                    assertThat(none.open()).isEmpty();
                });
    }

    @Test
    void without_policies_it_asks_all_and_composes_one_that_standard_covers() {
        Guide empty = Guide.over(licensing(ProductVersion.SFB_2015), List.of());

        assertThat(end(empty, "no")).isInstanceOfSatisfying(Guide.Step.NoneFits.class, none -> {
            assertThat(none.policy().identity().name()).isEqualTo("STD_CAL_NoConferencing");
            assertThat(none.licences()).isEqualTo(Licences.STANDARD);
            assertThat(none.policy().settings())
                    .containsKeys(
                            "AllowIPAudio", "AllowIPVideo", "AllowAnnotations", "AllowPolls", "AllowOfficeContent")
                    .doesNotContainKeys("EnableDataCollaboration", "MaxMeetingSize", "EnableFileTransfer");
        });
    }

    @Test
    void what_the_version_can_not_deny_is_told() {
        Guide guide = Guide.over(licensing(ProductVersion.LYNC_2010), List.of());

        assertThat(end(guide, "no"))
                .isInstanceOfSatisfying(
                        Guide.Step.NoneFits.class,
                        none -> assertThat(none.open())
                                .extracting(e -> e.right().id())
                                .containsExactly("meeting.powerpoint"));
    }

    @Test
    void a_name_that_is_taken_is_not_given_again() {
        List<Policy> policies = List.of(
                STD, policy("ENT_CAL_NOREC_AudioVideo_PSTN", "AllowIPVideo=False"), AUDIO_VIDEO, DIAL_IN, UNRECORDED);

        assertThat(end(
                        Guide.over(licensing(ProductVersion.LYNC_2010), policies),
                        "yes",
                        "audio and video",
                        "no",
                        "yes"))
                .isInstanceOfSatisfying(
                        Guide.Step.NoneFits.class,
                        none -> assertThat(none.policy().identity().name())
                                .isEqualTo("ENT_CAL_NOREC_AudioVideo_PSTN_2"));
    }

    @Test
    void policies_of_the_same_rights_are_told_apart_at_the_end() {
        Policy small = policy("Small", "MaxMeetingSize=20");
        Guide guide = Guide.over(licensing(ProductVersion.LYNC_2010), List.of(small, policy("Usual", ""), STD));

        assertThat(end(guide, "yes", "20")).isEqualTo(new Guide.Step.Fits(List.of(small)));
    }

    @Test
    void an_answer_that_was_not_offered_is_refused() {
        assertThatThrownBy(() -> GUIDE.answer("perhaps")).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 200)
    void what_it_composes_fits_the_same_answers(@ForAll List<Boolean> choices) {
        Guide guide = Guide.over(licensing(ProductVersion.SFB_SE), FIVE);
        List<String> answers = new ArrayList<>();
        int asked = 0;
        while (guide.next() instanceof Guide.Step.Ask(Question _, List<String> options)) {
            boolean yes = asked < choices.size() && choices.get(asked);
            answers.add(options.get(yes ? 1 : 0));
            guide = guide.answer(answers.getLast());
            asked++;
        }
        if (guide.next() instanceof Guide.Step.NoneFits(Policy policy, var _, var _)) {
            List<Policy> six = new ArrayList<>(FIVE);
            six.add(policy);
            assertThat(end(Guide.over(licensing(ProductVersion.SFB_SE), six), answers.toArray(String[]::new)))
                    .isEqualTo(new Guide.Step.Fits(List.of(policy)));
        }
    }

    private static Guide.Step end(Guide guide, String... answers) {
        Guide last = guide;
        for (String answer : answers) {
            last = last.answer(answer);
        }
        assertThat(last.next()).isNotInstanceOf(Guide.Step.Ask.class);
        return last.next();
    }
}
