package io.calque.meeting;

import io.calque.licence.Licences;
import io.calque.licence.Reading;
import io.calque.policy.GateState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Plays a scenario: a pure function from a scenario to one line for each step. */
public final class Simulation {
    private final Scenario scenario;
    private final Session session;
    private final Set<String> comers = new HashSet<>();

    private Simulation(Scenario scenario) {
        this.scenario = scenario;
        this.session = new Session(scenario);
        scenario.steps().forEach(this::noteComer);
    }

    private void noteComer(Step step) {
        String called = step.with();
        if (step.action() == Action.JOIN || step.action() == Action.DIAL_IN) {
            comers.add(step.actor());
        } else if (step.action() == Action.DIAL_OUT && called != null) {
            comers.add(called);
        }
    }

    /**
     * Plays all steps. Whoever has no step of joining is in from the start, or joins with the first step; if a gate keeps such a
     * person out, that step is refused at that gate.
     */
    public static List<StepResult> play(Scenario scenario) {
        Simulation simulation = new Simulation(scenario);
        Participant organiser = scenario.person(scenario.organiser());
        Step first = Step.join(organiser.name(), scenario.place());
        if (simulation.comers.add(organiser.name())) {
            move(new Turn(simulation.session, organiser, first));
        }
        List<StepResult> lines = new ArrayList<>();
        for (Step step : scenario.steps()) {
            lines.add(simulation.line(lines.size() + 1, step));
        }
        return List.copyOf(lines);
    }

    private StepResult line(int number, Step step) {
        Turn turn = new Turn(session, session.person(step.actor()), step);
        Ruling arrival = arrive(turn);
        String right = Needs.right(turn);
        Licences needs = Needs.of(turn);
        Ruling ruling = arrival.refuses() ? arrival : move(turn);
        GateState state = ruling.state();
        String topic = ruling.reading() == null ? licenceTopic(turn, right) : ruling.reading();
        Reading reading =
                topic == null ? null : scenario.licensing().reading(topic).orElse(null);
        Licences held = turn.me().kind().isInternal() ? turn.me().licences() : Licences.NONE;
        return new StepResult(
                number,
                step,
                ruling.outcome(),
                ruling.gate(),
                ruling.setting(),
                state == null ? null : state.value(),
                state == null ? null : state.identity(),
                ruling.rule(),
                reading,
                ruling.code(),
                needs,
                held.lacks(needs),
                ruling.why(),
                ruling.lost());
    }

    private static @Nullable String licenceTopic(Turn turn, String right) {
        return turn.me().kind().isInternal() ? Needs.topic(right) : null;
    }

    private Ruling arrive(Turn turn) {
        Participant me = turn.me();
        if (!comers.add(me.name())) {
            return Ruling.allowed("P1", me.name() + " comes by a step");
        }
        return move(new Turn(session, me, Step.join(me.name(), turn.step().place())));
    }

    private static Ruling move(Turn turn) {
        return switch (turn.step().action()) {
            case JOIN -> Admission.join(turn);
            case DIAL_IN -> Phones.dialIn(turn);
            case LEAVE -> inside(turn, Presence::leave);
            case IM -> inside(turn, Media::messages);
            case ADD_AUDIO -> inside(turn, Media::audio);
            case ADD_VIDEO -> inside(turn, Media::video);
            case SHARE_DESKTOP, SHARE_PROGRAM -> inside(turn, Sharing::share);
            case VIEW_SHARING -> inside(turn, _ -> Sharing.view());
            case TAKE_CONTROL -> inside(turn, Sharing::control);
            case SEND_FILE -> inside(turn, Content::file);
            case WHITEBOARD -> inside(turn, Content::whiteboard);
            case POLL -> inside(turn, Content::poll);
            case POWERPOINT -> inside(turn, Content::slides);
            case RECORD -> inside(turn, Recording::record);
            case DIAL_OUT -> inside(turn, Phones::dialOut);
            case INVITE_ANONYMOUS -> inside(turn, Simulation::invite);
            case VIEW_GALLERY -> inside(turn, Media::gallery);
            case SAVE_CONTENT -> inside(turn, Content::save);
            case ADMIT -> inside(turn, Presence::admit);
            case WAIT -> RunningSession.wait(turn);
            case GET_POLICY -> RunningSession.policy(turn);
        };
    }

    private static Ruling inside(Turn turn, Function<Turn, Ruling> act) {
        Ruling presence = Presence.check(turn);
        return presence.outcome() == Outcome.ALLOWED ? act.apply(turn) : presence;
    }

    private static Ruling invite(Turn turn) {
        Ruling ruling =
                Ruling.firstRefusal(Stream.of(turn.gates().organiser("meeting.anonymous", "J1")), Admission.edge(turn));
        return ruling.refuses() || turn.session().isMeeting()
                ? ruling
                : ruling.losing(Escalation.grow(turn.session(), turn.me()));
    }
}
