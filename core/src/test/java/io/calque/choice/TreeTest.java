package io.calque.choice;

import static io.calque.choice.ArticlePolicies.FIVE;
import static io.calque.choice.ArticlePolicies.licensing;
import static io.calque.choice.ArticlePolicies.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.calque.catalogue.ProductVersion;
import io.calque.policy.Policy;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TreeTest {
    @ParameterizedTest
    @EnumSource
    void from_the_articles_five_policies_come_the_articles_four_questions(ProductVersion version) {
        Tree tree = Tree.of(licensing(version), FIVE);

        assertThat(tree.questions())
                .extracting(Question::text)
                .containsExactly(
                        "Any conferencing at all?",
                        "Audio only, or audio and video?",
                        "Recording?",
                        "Dial-in from the telephone network?");
        assertThat(tree.words())
                .isEqualTo(
                        "Any conferencing at all? no: STD_CAL_NoConferencing; yes: ("
                                + "Audio only, or audio and video? audio only: ENT_CAL_REC_Audio; audio and video: ("
                                + "Recording? no: ENT_CAL_NOREC_AudioVideo; yes: ("
                                + "Dial-in from the telephone network? no: ENT_CAL_REC_AudioVideo; yes: ENT_CAL_REC_AudioVideo_PSTN)))");
    }

    @Test
    void other_policies_bring_other_questions() {
        Tree tree = Tree.of(
                licensing(ProductVersion.LYNC_2010),
                List.of(
                        policy("Open", ""),
                        policy("NoPolls", "AllowPolls=False"),
                        policy("NoBoard", "AllowAnnotations=False")));

        assertThat(tree.words()).isEqualTo("Whiteboards? no: NoBoard; yes: (Polls? no: NoPolls; yes: Open)");
    }

    @Test
    void policies_of_the_same_rights_are_told_apart_by_their_settings_value_by_value() {
        Tree tree = Tree.of(
                licensing(ProductVersion.LYNC_2010),
                List.of(
                        policy("Small", "MaxMeetingSize=20"),
                        policy("Usual", ""),
                        policy("Middle", "MaxMeetingSize=100")));

        assertThat(tree.words()).isEqualTo("MaxMeetingSize? 100: Middle; 20: Small; 250: Usual");
    }

    @Test
    void equal_policies_share_a_leaf_whatever_their_notes_say() {
        Policy one = policy("One", "AllowPolls=False Description=A");
        Policy two = policy("Two", "AllowPolls=False MaxMeetingSize=250 Description=B");

        assertThat(Tree.of(licensing(ProductVersion.SFB_SE), List.of(one, two)))
                .isEqualTo(new Tree.Leaf(List.of(one, two)));
    }

    @Test
    void no_policies_give_an_empty_leaf() {
        assertThat(Tree.of(licensing(ProductVersion.SFB_SE), List.of())).isEqualTo(new Tree.Leaf(List.of()));
    }

    @Property(tries = 100)
    void every_policy_is_found_by_its_own_answers(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 255) Integer> bits) {
        List<Policy> policies =
                bits.stream().distinct().map(TreeTest::someSettings).toList();
        Tree tree = Tree.of(licensing(ProductVersion.SFB_SE), policies);

        assertThat(policies)
                .allSatisfy(
                        policy -> assertThat(follow(tree, policy).policies()).contains(policy));
        assertThat(leaves(tree).flatMap(leaf -> leaf.policies().stream()))
                .containsExactlyInAnyOrderElementsOf(policies);
    }

    private static Policy someSettings(int bits) {
        String[] words = {
            "AllowIPAudio=False", "AllowIPVideo=False", "AllowUserToScheduleMeetingsWithAppSharing=False",
                    "AllowPolls=False",
            "AllowConferenceRecording=True", "MaxMeetingSize=10", "AudioBitRateKb=50", "EnableDataCollaboration=False"
        };
        return policy(
                "P" + bits,
                Stream.iterate(0, i -> i < 8, i -> i + 1)
                        .filter(i -> (bits & 1 << i) != 0)
                        .map(i -> words[i])
                        .collect(java.util.stream.Collectors.joining(" ")));
    }

    private static Tree.Leaf follow(Tree tree, Policy policy) {
        return switch (tree) {
            case Tree.Leaf leaf -> leaf;
            case Tree.Fork(Question question, List<Tree.Branch> branches) -> {
                String answer = question.answer(Candidate.of(licensing(ProductVersion.SFB_SE), policy));
                yield follow(
                        branches.stream()
                                .filter(branch -> branch.answer().equals(answer))
                                .findFirst()
                                .orElseThrow()
                                .tree(),
                        policy);
            }
        };
    }

    private static Stream<Tree.Leaf> leaves(Tree tree) {
        return switch (tree) {
            case Tree.Leaf leaf -> Stream.of(leaf);
            case Tree.Fork(Question _, List<Tree.Branch> branches) ->
                branches.stream().flatMap(branch -> leaves(branch.tree()));
        };
    }
}
