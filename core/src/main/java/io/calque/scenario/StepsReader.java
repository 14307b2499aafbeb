package io.calque.scenario;

import io.calque.catalogue.PolicyType;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.meeting.Action;
import io.calque.meeting.Expectation;
import io.calque.meeting.Gate;
import io.calque.meeting.Outcome;
import io.calque.meeting.Particulars;
import io.calque.meeting.Resolution;
import io.calque.meeting.Rule;
import io.calque.meeting.Step;
import io.calque.policy.Policy;
import io.calque.source.Fields;
import io.calque.source.Node;
import io.calque.source.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the {@code steps} of a scenario. */
final class StepsReader {
    private final Set<String> people;
    private final Backdrop backdrop;
    private final Findings findings;
    private final Vocabulary words;

    StepsReader(Set<String> people, Backdrop backdrop, Findings findings) {
        this.people = people;
        this.backdrop = backdrop;
        this.findings = findings;
        this.words = new Vocabulary(findings);
    }

    List<Step> read(List<Node> nodes) {
        List<Step> steps = new ArrayList<>();
        for (Node node : nodes) {
            if (node instanceof Node.Mapping map && map.entries().size() == 1) {
                step(map.entries().getFirst()).ifPresent(steps::add);
            } else {
                findings.add(Finding.of(Code.WRONG_SHAPE, "a step is a map of one person and one action")
                        .help("For example {bob: add-audio} or {bob: {do: send-file, with: ann}}")
                        .at(node.place()));
            }
        }
        return steps;
    }

    private Optional<Step> step(Node.Entry entry) {
        Optional<String> actor = person(entry.key());
        Node does = entry.value() instanceof Node.Scalar word
                ? new Node.Mapping(
                        List.of(new Node.Entry(new Node.Scalar("do", false, word.place()), word)), word.place())
                : entry.value();
        return Fields.of(does, "what a person does", findings).flatMap(fields -> {
            try (fields) {
                Optional<Action> action = fields.required("do").flatMap(this::action);
                Optional<Particulars> how = action.map(a -> particulars(a, fields));
                Optional<Expectation> expect = fields.node("expect").flatMap(this::expectation);
                return actor.isPresent() && action.isPresent()
                        ? Optional.of(new Step(
                                actor.get(),
                                action.get(),
                                how.orElse(Particulars.NONE),
                                expect.orElse(null),
                                entry.key().place()))
                        : Optional.empty();
            }
        });
    }

    /** How something is done; keys that mean nothing for an action are not asked for, hence told as unknown. */
    private Particulars particulars(Action action, Fields fields) {
        if (action == Action.WAIT) {
            Optional<Long> minutes = fields.required("minutes").flatMap(new Minutes(findings)::read);
            return new Particulars(null, null, null, minutes.orElse(0L), null);
        }
        if (action == Action.GET_POLICY) {
            return new Particulars(null, null, null, 0, policy(fields).orElse(null));
        }
        Optional<String> with = fields.node("with").flatMap(this::person);
        Optional<String> endpoint = fields.text("endpoint");
        Optional<Resolution> resolution = action == Action.ADD_VIDEO ? resolution(fields) : Optional.empty();
        return new Particulars(with.orElse(null), endpoint.orElse(null), resolution.orElse(null), 0, null);
    }

    private Optional<Policy> policy(Fields fields) {
        return fields.scalar(PolicyType.VOICE.id())
                .flatMap(name -> backdrop.policy(PolicyType.VOICE, name, findings))
                .or(() -> fields.required(PolicyType.CONFERENCING.id())
                        .flatMap(_ -> fields.scalar(PolicyType.CONFERENCING.id()))
                        .flatMap(name -> backdrop.policy(PolicyType.CONFERENCING, name, findings)));
    }

    private Optional<Resolution> resolution(Fields fields) {
        return fields.node("resolution")
                .flatMap(node -> words.constant(node, "resolution of video", Resolution.values(), Resolution::word));
    }

    private Optional<Expectation> expectation(Node node) {
        if (node instanceof Node.Scalar word) {
            return outcome(word).map(outcome -> new Expectation(outcome, null, null, null, node.place()));
        }
        return Fields.of(node, "'expect'", findings).flatMap(fields -> {
            try (fields) {
                Optional<Outcome> outcome = fields.required("outcome").flatMap(this::outcome);
                Optional<Gate> gate =
                        fields.node("gate").flatMap(g -> words.constant(g, "gate", Gate.values(), Gate::word));
                Optional<String> setting = fields.text("setting");
                List<String> rules = Rule.all().stream().map(Rule::id).toList();
                Optional<String> rule = fields.node("rule")
                        .flatMap(r ->
                                words.word(r, "rule", rules, id -> Rule.of(id).map(Rule::id)));
                return outcome.map(o ->
                        new Expectation(o, gate.orElse(null), setting.orElse(null), rule.orElse(null), node.place()));
            }
        });
    }

    private Optional<Outcome> outcome(Node node) {
        return words.constant(node, "outcome", Outcome.values(), Outcome::word);
    }

    private Optional<Action> action(Node node) {
        return words.word(node, "action", Action.words(), Action::of);
    }

    private Optional<String> person(Node node) {
        return words.oneOf(node, "person of this scenario", people);
    }
}
