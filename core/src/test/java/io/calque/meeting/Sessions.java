package io.calque.meeting;

import io.calque.catalogue.PolicyType;
import io.calque.diagnostic.Place;
import io.calque.licence.Licences;
import io.calque.policy.Account;
import io.calque.policy.Identity;
import io.calque.policy.Licensing;
import io.calque.policy.Policies;
import io.calque.policy.Policy;
import io.calque.policy.Situation;
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
    static boolean allowed(Licensing rules, SessionKind kind, Situation ann, Situation bob, String... steps) {
        return play(rules, kind, ann, bob, steps).getLast().outcome() == Outcome.ALLOWED;
    }

    static List<Line> play(Licensing rules, SessionKind kind, Situation ann, Situation bob, String... steps) {
        Map<String, Participant> people = new LinkedHashMap<>();
        people.put("ann", person("ann", Kind.USER, ann));
        people.put("bob", person("bob", Kind.USER, bob));
        people.put("cas", person("cas", Kind.USER, open()));
        people.put("fred", person("fred", Kind.FEDERATED, open()));
        people.put("anon", person("anon", Kind.ANONYMOUS, open()));
        people.put("tel", person("tel", Kind.PSTN, open()));
        return Simulation.play(new Scenario(
                "test",
                rules,
                kind,
                "ann",
                Setup.STANDARD,
                people,
                Arrays.stream(steps).map(Sessions::step).toList(),
                NOWHERE));
    }

    /** A plain account whose policy allows everything. */
    static Situation open() {
        return new Situation(OPEN, Policy.allDefaults(PolicyType.VOICE, Identity.global()), Account.PLAIN);
    }

    private static Participant person(String name, Kind kind, Situation situation) {
        return new Participant(name, kind, null, Licences.STANDARD, situation, null);
    }

    private static Step step(String text) {
        String[] words = text.split(" ");
        return new Step(
                words[0], Action.of(words[1]).orElseThrow(), words.length > 2 ? words[2] : null, null, null, NOWHERE);
    }
}
