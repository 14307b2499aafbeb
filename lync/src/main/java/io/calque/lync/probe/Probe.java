package io.calque.lync.probe;

import io.calque.lync.probe.ProbeStep.Verdict;
import io.calque.remoting.http.HttpsUrl;
import io.calque.remoting.http.Tap;
import io.calque.remoting.psrp.Transport;
import io.calque.remoting.session.Session;
import io.calque.remoting.session.SessionFailed;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Looks at an endpoint, layer by layer, as an apply would use it. Opens one session, reads, and closes it; writes nothing. */
public final class Probe {
    private Probe() {}

    /**
     * Looks.
     *
     * @param url the endpoint
     * @param connect makes the transport to it, watched by the given tap
     * @param record watches every exchange too, for a transcript
     * @param patience how long opening and each question may take
     * @return one step for each layer, in their order
     */
    public static List<ProbeStep> run(HttpsUrl url, Function<Tap, Transport> connect, Tap record, Duration patience) {
        List<ProbeStep> steps = new ArrayList<>();
        try {
            steps.add(ProbeStep.good(Layer.NAME, addresses(url.host())));
        } catch (UnknownHostException e) {
            return complete(List.of(ProbeStep.bad(Layer.NAME, "'" + url.host() + "' is not known")));
        }
        Watch watch = new Watch(record);
        try (Session session = Session.open(connect.apply(watch), patience)) {
            steps.add(ProbeStep.good(Layer.PORT, url.port() + " answers"));
            steps.add(ProbeStep.good(Layer.TLS, "the certificate is trusted and carries the name"));
            steps.add(ProbeStep.good(Layer.LOGIN, "the account is let in"));
            SessionQuestions questions = new SessionQuestions(session, patience);
            steps.add(questions.shell());
            for (Supplier<ProbeStep> question :
                    List.<Supplier<ProbeStep>>of(questions::language, questions::cmdlets, questions::user)) {
                if (session.isUsable()) {
                    steps.add(question.get());
                }
            }
        } catch (SessionFailed e) {
            steps.addAll(Failure.steps(e, watch, url));
        }
        return complete(steps);
    }

    private static String addresses(String host) throws UnknownHostException {
        return Arrays.stream(InetAddress.getAllByName(host))
                .map(InetAddress::getHostAddress)
                .distinct()
                .limit(4)
                .collect(Collectors.joining(", "));
    }

    /** All layers: those behind a failure were not reached. */
    private static List<ProbeStep> complete(List<ProbeStep> found) {
        List<ProbeStep> all = new ArrayList<>(found);
        for (Layer layer : Layer.values()) {
            if (all.stream().noneMatch(step -> step.layer() == layer)) {
                all.add(ProbeStep.unknown(layer, "not reached"));
            }
        }
        return List.copyOf(all);
    }

    /** Whether any step is bad: the answer of the probe is then no. */
    public static boolean failed(List<ProbeStep> steps) {
        return steps.stream().anyMatch(step -> step.verdict() == Verdict.BAD);
    }
}
