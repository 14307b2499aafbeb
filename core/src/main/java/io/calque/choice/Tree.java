package io.calque.choice;

import io.calque.policy.Licensing;
import io.calque.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A decision tree over policies, drawn from the policies themselves. Immutable. */
public sealed interface Tree {
    /**
     * A policy to choose.
     *
     * @param policies the policy; more than one when they are equal but for their names and notes
     */
    record Leaf(List<Policy> policies) implements Tree {
        public Leaf {
            policies = List.copyOf(policies);
        }
    }

    /**
     * A question.
     *
     * @param question the question
     * @param branches what follows from each answer; for a question about rights first no, then yes
     */
    record Fork(Question question, List<Branch> branches) implements Tree {
        public Fork {
            branches = List.copyOf(branches);
        }
    }

    /** An answer and what follows. */
    record Branch(String answer, Tree tree) {}

    /** Every question asked somewhere in the tree, each once, in the order in which they come up. */
    default List<Question> questions() {
        return asked().distinct().toList();
    }

    /** The tree in words: {@code Recording? no: A; yes: (Video? …)}. */
    default String words() {
        return switch (this) {
            case Leaf(List<Policy> policies) ->
                policies.isEmpty()
                        ? "no user policy"
                        : policies.stream().map(p -> p.identity().name()).collect(Collectors.joining(" or "));
            case Fork(Question question, List<Branch> branches) ->
                question.text()
                        + branches.stream()
                                .map(branch -> " " + branch.answer() + ": "
                                        + (branch.tree() instanceof Tree.Fork
                                                ? "(" + branch.tree().words() + ")"
                                                : branch.tree().words()))
                                .collect(Collectors.joining(";"));
        };
    }

    private Stream<Question> asked() {
        return switch (this) {
            case Leaf _ -> Stream.of();
            case Fork(Question question, List<Branch> branches) ->
                Stream.concat(
                        Stream.of(question),
                        branches.stream().flatMap(branch -> branch.tree().asked()));
        };
    }

    /**
     * The tree of some conferencing policies. On every path the weightiest question that still separates is asked next: any
     * conferencing at all, the rights in the order of the rights file, and settings only where rights are the same. Policies that
     * nothing separates share a leaf.
     *
     * @param policies the policies; their order decides the order in which equal ones are named
     */
    static Tree of(Licensing licensing, List<Policy> policies) {
        List<Question> questions = new ArrayList<>(Questions.ofRights(licensing));
        Questions.settings(licensing.version()).forEach(setting -> questions.add(new Question.OfSetting(setting)));
        return grow(
                policies.stream().map(policy -> Candidate.of(licensing, policy)).toList(), questions);
    }

    private static Tree grow(List<Candidate> candidates, List<Question> questions) {
        for (Question question : questions) {
            Map<String, List<Candidate>> byAnswer = candidates.stream()
                    .collect(Collectors.groupingBy(question::answer, TreeMap::new, Collectors.toList()));
            if (byAnswer.size() > 1) {
                return new Fork(
                        question,
                        order(question, byAnswer).stream()
                                .map(answer ->
                                        new Branch(answer, grow(byAnswer.getOrDefault(answer, List.of()), questions)))
                                .toList());
            }
        }
        return new Leaf(candidates.stream().map(Candidate::policy).toList());
    }

    private static List<String> order(Question question, Map<String, List<Candidate>> byAnswer) {
        return switch (question) {
            case Question.OfRights rights -> List.of(rights.no(), rights.yes());
            case Question.OfSetting _ -> List.copyOf(byAnswer.keySet());
        };
    }
}
