package io.calque.meeting;

import io.calque.catalogue.PolicyType;
import io.calque.diagnostic.Place;
import io.calque.licence.Licences;
import io.calque.policy.Account;
import io.calque.policy.EffectiveState;
import io.calque.policy.Identity;
import io.calque.policy.Licensing;
import io.calque.policy.Policies;
import io.calque.policy.Policy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Scenarios for tests: ann organises, bob and cas take part, fred is federated, anon is anonymous, tel is a telephone. */
final class Sessions {
    private static final Place NOWHERE = Place.of("test");
    private static final Policy OPEN = Policies.policy(
            PolicyType.CONFERENCING,
            "Open",
            "AllowConferenceRecording=True",
            "AllowExternalUsersToRecordMeeting=True",
            "AllowNonEnterpriseVoiceUsersToDialOut=True",
            "AllowAnonymousUsersToDialOut=True");

    private Sessions() {}

    /** Whether the last of some steps, written {@code actor action [with]}, is allowed. */
    static boolean allowed(Licensing rules, SessionKind kind, EffectiveState ann, EffectiveState bob, String... steps) {
        return play(rules, kind, ann, bob, steps).getLast().outcome() == Outcome.ALLOWED;
    }

    static List<StepResult> play(
            Licensing rules, SessionKind kind, EffectiveState ann, EffectiveState bob, String... steps) {
        Map<String, Participant> people = new LinkedHashMap<>();
        people.put("ann", person("ann", Kind.USER, ann));
        people.put("bob", person("bob", Kind.USER, bob));
        people.put("cas", person("cas", Kind.USER, open()));
        people.put("fred", person("fred", Kind.FEDERATED, open()));
        people.put("anon", person("anon", Kind.ANONYMOUS, open()));
        people.put("tel", person("tel", Kind.PSTN, open()));
        return Simulation.play(scenario(rules, kind, people, steps));
    }

    /** A session of ann's with some people. */
    static Scenario scenario(Licensing rules, SessionKind kind, Map<String, Participant> people, String... steps) {
        return new Scenario(
                "test",
                rules,
                kind,
                "ann",
                Setup.STANDARD,
                people,
                Arrays.stream(steps).map(Sessions::step).toList(),
                NOWHERE);
    }

    /** A plain account whose policy allows everything. */
    static EffectiveState open() {
        return new EffectiveState(OPEN, Policy.allDefaults(PolicyType.VOICE, Identity.global()), Account.PLAIN);
    }

    static Participant person(String name, Kind kind, EffectiveState situation) {
        return new Participant(name, kind, null, Licences.STANDARD, situation, null);
    }

    /** A step written {@code actor action [with somebody] [from somewhere]}; {@code with} may be left out. */
    private static Step step(String text) {
        List<String> words = new ArrayList<>(List.of(text.split(" ")));
        int from = words.indexOf("from");
        String endpoint = from < 0 ? null : words.get(from + 1);
        List<String> others = from < 0 ? words : words.subList(0, from);
        return new Step(
                words.get(0),
                Action.of(words.get(1)).orElseThrow(),
                Particulars.of(others.size() > 2 ? others.getLast() : null, endpoint),
                null,
                NOWHERE);
    }
}
