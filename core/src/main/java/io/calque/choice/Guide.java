package io.calque.choice;

import io.calque.catalogue.PolicyType;
import io.calque.licence.Entitlement;
import io.calque.licence.Licences;
import io.calque.policy.Account;
import io.calque.policy.EffectiveState;
import io.calque.policy.Identity;
import io.calque.policy.Licensing;
import io.calque.policy.Policy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Asks the questions of the decision diagram one by one and names the policy that fits, or composes the one that would. A value:
 * answering gives a new guide, and whoever shows it decides how. Where there are too few policies to ask about, every question
 * that the product version has is asked.
 */
public final class Guide {
    /** What comes next. */
    public sealed interface Step {
        /**
         * A question to put.
         *
         * @param question the question
         * @param options the answers to choose from
         */
        record Ask(Question question, List<String> options) implements Step {}

        /**
         * The end: these policies fit.
         *
         * @param policies at least one; several are equal
         */
        record Fits(List<Policy> policies) implements Step {}

        /**
         * The end: no policy fits.
         *
         * @param policy the one that would
         * @param licences the fewest licences that cover it
         * @param open rights that were answered with no and that no setting of this version can deny
         */
        record NoneFits(Policy policy, Licences licences, List<Entitlement> open) implements Step {}
    }

    private final Licensing licensing;
    private final List<Candidate> candidates;
    private final List<Question.OfRights> questions;
    private final Map<Question, String> answers;

    private Guide(
            Licensing licensing,
            List<Candidate> candidates,
            List<Question.OfRights> questions,
            Map<Question, String> answers) {
        this.licensing = licensing;
        this.candidates = candidates;
        this.questions = questions;
        this.answers = answers;
    }

    /** A guide to some conferencing policies. */
    public static Guide over(Licensing licensing, List<Policy> policies) {
        List<Question.OfRights> asked = Tree.of(licensing, policies).questions().stream()
                .filter(Question.OfRights.class::isInstance)
                .map(Question.OfRights.class::cast)
                .toList();
        return new Guide(
                licensing,
                policies.stream().map(policy -> Candidate.of(licensing, policy)).toList(),
                asked.isEmpty() ? Questions.ofRights(licensing) : asked,
                Map.of());
    }

    /** What comes next. */
    public Step next() {
        for (Question.OfRights question : questions) {
            if (!answers.containsKey(question) && !isImplied(question)) {
                return new Step.Ask(question, List.of(question.no(), question.yes()));
            }
        }
        List<Candidate> fitting = candidates.stream().filter(this::fits).toList();
        if (fitting.isEmpty()) {
            return compose();
        }
        return switch (Tree.of(
                licensing, fitting.stream().map(Candidate::policy).toList())) {
            case Tree.Leaf(List<Policy> policies) -> new Step.Fits(policies);
            case Tree.Fork(Question question, List<Tree.Branch> branches) ->
                new Step.Ask(
                        question, branches.stream().map(Tree.Branch::answer).toList());
        };
    }

    /**
     * The guide after an answer.
     *
     * @param option one of the options of the question that {@link #next} asks
     */
    public Guide answer(String option) {
        if (!(next() instanceof Step.Ask(Question question, List<String> options)) || !options.contains(option)) {
            throw new IllegalArgumentException("nothing was asked that '" + option + "' answers");
        }
        Map<Question, String> all = new LinkedHashMap<>(answers);
        all.put(question, option);
        return new Guide(licensing, candidates, questions, all);
    }

    /** Who organises no conferences has no use for what conferences carry. */
    private boolean isImplied(Question.OfRights question) {
        return questions.stream()
                .filter(first -> first.text().equals(Questions.ANY_CONFERENCING) && !first.equals(question))
                .anyMatch(first -> first.no().equals(answers.get(first)));
    }

    private boolean fits(Candidate candidate) {
        return answers.entrySet().stream()
                .allMatch(answer -> answer.getKey().answer(candidate).equals(answer.getValue()));
    }

    private Step compose() {
        Set<String> wanted = new LinkedHashSet<>();
        Set<String> unwanted = new LinkedHashSet<>();
        boolean conferencing = true;
        for (Question.OfRights question : Questions.ofRights(licensing)) {
            String answer = answers.get(question);
            if (question.text().equals(Questions.ANY_CONFERENCING)) {
                conferencing = !question.no().equals(answer);
                (conferencing ? wanted : unwanted).addAll(conferencing ? Set.of(Questions.AUDIO) : question.rights());
            } else if (!conferencing || question.no().equals(answer)) {
                unwanted.addAll(question.rights());
            } else if (question.yes().equals(answer)) {
                wanted.addAll(question.rights());
            }
        }
        if (!conferencing) {
            licensing.entitlements().stream()
                    .filter(e -> !e.need().metBy(Licences.STANDARD) && Questions.ofConferencing(e.right()))
                    .forEach(e -> unwanted.add(e.right().id()));
        }
        Composer.Composed composed =
                Composer.compose(licensing, name(conferencing, wanted, unwanted), wanted, unwanted);
        EffectiveState plain = new EffectiveState(
                composed.policy(), Policy.allDefaults(PolicyType.VOICE, Identity.global()), Account.PLAIN);
        return new Step.NoneFits(composed.policy(), licensing.needed(plain), asked(composed.open()));
    }

    private List<Entitlement> asked(List<Entitlement> open) {
        return open.stream().filter(e -> e.right().question() != null).toList();
    }

    /** A name in the manner of the article: licence, recording, media, dial-in. */
    private Identity name(boolean conferencing, Set<String> wanted, Set<String> unwanted) {
        List<String> parts = new ArrayList<>();
        if (conferencing) {
            parts.add("ENT_CAL");
            if (wanted.contains("meeting.record") || unwanted.contains("meeting.record")) {
                parts.add(wanted.contains("meeting.record") ? "REC" : "NOREC");
            }
            parts.add(unwanted.contains("meeting.organise.video") ? "Audio" : "AudioVideo");
            if (wanted.contains("meeting.dial-in")) {
                parts.add("PSTN");
            }
        } else {
            parts.add("STD_CAL_NoConferencing");
        }
        String name = String.join("_", parts);
        Identity identity = new Identity.Tag(name);
        for (int i = 2; isTaken(identity); i++) {
            identity = new Identity.Tag(name + "_" + i);
        }
        return identity;
    }

    private boolean isTaken(Identity identity) {
        return candidates.stream().anyMatch(c -> c.policy().identity().equals(identity));
    }
}
