package io.calque.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import io.calque.policy.Account;
import io.calque.policy.EffectiveState;
import io.calque.policy.Licensing;
import io.calque.policy.Policies;
import io.calque.policy.Policy;
import io.calque.policy.Verdict;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What a person's rights say and what sessions do is the same thing. */
class AgreementProperties {
    private static final List<String> IN_MEETINGS = List.of(
            "add-audio",
            "add-video",
            "share-desktop",
            "share-program",
            "view-sharing",
            "take-control",
            "send-file",
            "whiteboard",
            "poll",
            "powerpoint",
            "record",
            "invite-anonymous",
            "view-gallery",
            "save-content",
            "im");

    /** Organiser's rights: the right, and the session in which the last step works if and only if the right is given. */
    private static final Map<String, List<String>> ORGANISER = Map.ofEntries(
            Map.entry("meeting.organise.audio", List.of("ann add-audio")),
            Map.entry("meeting.organise.video", List.of("bob add-video")),
            Map.entry("meeting.organise.sharing", List.of("bob share-program")),
            Map.entry("meeting.control", List.of("bob take-control")),
            Map.entry("meeting.whiteboard", List.of("ann whiteboard")),
            Map.entry("meeting.powerpoint", List.of("ann powerpoint")),
            Map.entry("meeting.poll", List.of("ann poll")),
            Map.entry("meeting.anonymous", List.of("ann invite-anonymous")),
            Map.entry("meeting.record", List.of("ann record")),
            Map.entry("meeting.record.external", List.of("fred record")),
            Map.entry("meeting.dial-out.anonymous", List.of("ann leave", "anon dial-out")),
            Map.entry("meeting.dial-out", List.of("bob dial-out")),
            Map.entry("meeting.gallery", List.of("bob view-gallery")),
            Map.entry("im.group", List.of("ann join", "bob join", "cas im")),
            Map.entry("file.group", List.of("ann join", "bob join", "cas send-file")));

    private static final Map<String, List<String>> TWO_PARTY = Map.of(
            "im.two-party", List.of("ann join", "bob join", "bob im"),
            "file.two-party", List.of("ann join", "bob join", "bob send-file"),
            "audio.two-party", List.of("ann join", "bob join", "bob add-audio"),
            "video.two-party", List.of("ann join", "bob join", "bob add-video"),
            "sharing.two-party", List.of("ann join", "bob join", "bob share-program"),
            "recording.two-party", List.of("ann join", "bob join", "bob record"));

    /** Rights that a property of their own holds against sessions. */
    private static final Set<String> ELSEWHERE = Set.of(
            "meeting.adhoc.audio", "meeting.dial-in", "meeting.attend", "meeting.view-sharing", "meeting.present");

    /** Rights that no step uses. */
    private static final Set<String> WITHOUT_A_SESSION = Set.of(
            "sign-in", "persistent-chat", "federation", "skill-search", "meeting.q-and-a", "meeting.shared-notes");

    @Property(tries = 80)
    void an_organisers_rights_are_what_the_own_meetings_carry(
            @ForAll("licensings") Licensing rules, @ForAll("policies") Policy policy) {
        EffectiveState ann = plain(policy);
        for (Verdict verdict : rules.verdicts(ann)) {
            List<String> steps = ORGANISER.get(verdict.right());
            if (steps != null && !keepsOutsidersOut(verdict, ann, rules)) {
                assertThat(Sessions.allowed(
                                rules, SessionKind.SCHEDULED, ann, Sessions.open(), steps.toArray(new String[0])))
                        .as(verdict.right())
                        .isEqualTo(verdict.granted());
            }
        }
    }

    @Property(tries = 80)
    void what_somebody_may_do_with_one_person_is_what_a_session_of_two_lets_them_do(
            @ForAll("licensings") Licensing rules,
            @ForAll("policies") Policy policy,
            @ForAll("switchesOfAudio") boolean audioVideoDisabled) {
        EffectiveState bob =
                new EffectiveState(policy, Policies.voice(), new Account(true, false, false, audioVideoDisabled));
        Map<String, Boolean> granted = granted(rules, bob);
        TWO_PARTY.forEach((right, steps) -> assertThat(
                        Sessions.allowed(rules, SessionKind.P2P, Sessions.open(), bob, steps.toArray(new String[0])))
                .as(right)
                .isEqualTo(granted.get(right)));
    }

    @Property(tries = 80)
    void what_somebody_may_do_in_meetings_of_others_is_what_an_open_meeting_lets_them_do(
            @ForAll("licensings") Licensing rules, @ForAll("policies") Policy policy) {
        EffectiveState bob = plain(policy);
        Map<String, Boolean> granted = granted(rules, bob);

        assertThat(Sessions.allowed(rules, SessionKind.SCHEDULED, Sessions.open(), bob, "bob share-program"))
                .isEqualTo(granted.get("meeting.present"));
        assertThat(Sessions.allowed(rules, SessionKind.SCHEDULED, Sessions.open(), bob, "bob view-sharing"))
                .isEqualTo(granted.get("meeting.view-sharing"));
        assertThat(Sessions.allowed(rules, SessionKind.SCHEDULED, Sessions.open(), bob, "bob join"))
                .isEqualTo(granted.get("meeting.attend"));
        boolean bothMustAgree = rules.reading("participant-recording")
                .filter(reading -> reading.choice().equals("both"))
                .isPresent();
        assertThat(Sessions.allowed(rules, SessionKind.SCHEDULED, Sessions.open(), bob, "bob record"))
                .isEqualTo(!bothMustAgree || granted.getOrDefault("meeting.record", false));
    }

    @Property(tries = 80)
    void dial_in_is_what_the_right_says(@ForAll("licensings") Licensing rules, @ForAll("policies") Policy policy) {
        EffectiveState ann = plain(policy);

        assertThat(Sessions.allowed(rules, SessionKind.ADHOC, ann, Sessions.open(), "ann join", "tel dial-in"))
                .isEqualTo(granted(rules, ann).get("meeting.dial-in"));
    }

    @Property(tries = 80)
    void one_more_participant_never_lets_anybody_do_more_in_a_meeting(
            @ForAll("licensings") Licensing rules,
            @ForAll("policies") Policy organiser,
            @ForAll("policies") Policy participant,
            @ForAll("actions") String action,
            @ForAll("comers") String comer,
            @ForAll("kinds") SessionKind kind) {
        EffectiveState ann = plain(organiser);
        EffectiveState bob = plain(participant);

        boolean alone = Sessions.allowed(rules, kind, ann, bob, "ann join", "bob join", "bob " + action);
        boolean withOneMore = Sessions.allowed(rules, kind, ann, bob, "ann join", "bob join", comer, "bob " + action);

        assertThat(withOneMore && !alone).as(action + ", " + comer).isFalse();
    }

    @Property(tries = 200)
    void a_third_person_lets_one_of_two_do_more_only_through_whoever_organises_then(
            @ForAll("licensings") Licensing rules,
            @ForAll("policies") Policy organiser,
            @ForAll("policies") Policy participant,
            @ForAll("actions") String action) {
        EffectiveState ann = plain(organiser);
        EffectiveState bob = plain(participant);

        boolean two = Sessions.allowed(rules, SessionKind.P2P, ann, bob, "ann join", "bob join", "bob " + action);
        boolean three =
                Sessions.allowed(rules, SessionKind.P2P, ann, bob, "ann join", "bob join", "cas join", "bob " + action);
        boolean inAnnsMeeting =
                Sessions.allowed(rules, SessionKind.ADHOC, ann, bob, "ann join", "bob join", "bob " + action);

        assertThat(three && !two && !inAnnsMeeting).as(action).isFalse();
    }

    @Property(tries = 80)
    void growing_a_call_is_what_the_right_says(
            @ForAll("licensings") Licensing rules, @ForAll("policies") Policy policy) {
        EffectiveState ann = plain(policy);
        Map<String, Boolean> granted = granted(rules, ann);

        assertThat(Sessions.allowed(
                        rules,
                        SessionKind.P2P,
                        ann,
                        Sessions.open(),
                        "ann join",
                        "bob join",
                        "bob add-audio",
                        "cas join"))
                .isEqualTo(
                        granted.getOrDefault("meeting.adhoc.audio", false) && granted.getOrDefault("im.group", false));
        assertThat(Sessions.allowed(rules, SessionKind.ADHOC, ann, Sessions.open(), "bob add-audio"))
                .isEqualTo(granted.get("meeting.adhoc.audio"));
    }

    @Property(tries = 1)
    void every_right_of_sessions_is_held_against_a_session(@ForAll("licensings") Licensing rules) {
        Set<String> held = new HashSet<>(ORGANISER.keySet());
        held.addAll(TWO_PARTY.keySet());
        held.addAll(ELSEWHERE);

        assertThat(rules.entitlements())
                .extracting(entitlement -> entitlement.right().id())
                .filteredOn(right -> !right.startsWith("voice.") && !WITHOUT_A_SESSION.contains(right))
                .allMatch(held::contains);
    }

    @Property(tries = 80)
    void a_narrower_organiser_never_lets_anybody_do_more(
            @ForAll("licensings") Licensing rules,
            @ForAll("policies") Policy organiser,
            @ForAll("actions") String action) {
        boolean narrow =
                Sessions.allowed(rules, SessionKind.SCHEDULED, plain(organiser), Sessions.open(), "bob " + action);
        boolean open =
                Sessions.allowed(rules, SessionKind.SCHEDULED, Sessions.open(), Sessions.open(), "bob " + action);

        assertThat(narrow && !open).as(action).isFalse();
    }

    /** Outsiders must get in before they can do anything: by a policy for anonymous people and a seat. */
    private static boolean keepsOutsidersOut(Verdict verdict, EffectiveState ann, Licensing rules) {
        boolean external = verdict.right().equals("meeting.record.external");
        boolean anonymous = verdict.right().equals("meeting.dial-out.anonymous");
        return (external || anonymous) && !granted(rules, ann).getOrDefault("meeting.anonymous", false);
    }

    private static Map<String, Boolean> granted(Licensing rules, EffectiveState situation) {
        return rules.verdicts(situation).stream().collect(Collectors.toMap(Verdict::right, Verdict::granted));
    }

    private static EffectiveState plain(Policy policy) {
        return new EffectiveState(policy, Policies.voice(), Account.PLAIN);
    }

    @Provide
    Arbitrary<Licensing> licensings() {
        return Policies.licensings();
    }

    @Provide
    Arbitrary<Policy> policies() {
        return Policies.conferencing();
    }

    @Provide
    Arbitrary<Boolean> switchesOfAudio() {
        return Arbitraries.of(true, false);
    }

    @Provide
    Arbitrary<String> actions() {
        return Arbitraries.of(IN_MEETINGS);
    }

    @Provide
    Arbitrary<String> comers() {
        return Arbitraries.of("cas join", "fred join", "anon join", "tel dial-in");
    }

    @Provide
    Arbitrary<SessionKind> kinds() {
        return Arbitraries.of(SessionKind.ADHOC, SessionKind.SCHEDULED);
    }
}
