package io.calque.lync.live;

import io.calque.catalogue.ProductVersion;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Severity;
import io.calque.journal.Outcome;
import io.calque.lync.result.ObservedObjects;
import io.calque.plan.NumberedStep;
import io.calque.remoting.http.Limits;
import io.calque.remoting.http.Tap;
import io.calque.remoting.session.Session;
import io.calque.remoting.session.SessionFailed;
import io.calque.remoting.wsman.WsManSettings;
import io.calque.remoting.wsman.WsManTransport;
import io.calque.server.Capabilities;
import io.calque.server.Extent;
import io.calque.server.Server;
import io.calque.state.Observed;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * A pool of Lync or Skype for Business Server, reached by PowerShell remoting. Reads by cmdlets, object by object. Writes in one pipeline for
 * all users that get the same, on several sessions at once. A write is sent once: what comes of it, or that nobody knows, is its outcome.
 */
public final class LyncServer implements Server.Writable {
    private static final Duration OPENING = Duration.ofMinutes(3);
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** How many users one session gets at once: so few that a run can be stopped within a minute on a slow pool. */
    private static final int USERS = 100;

    private final String host;
    private final ProductVersion product;
    private final Optional<String> controller;
    private final Sessions sessions;

    private LyncServer(String host, ProductVersion product, Optional<String> controller, Sessions sessions) {
        this.host = host;
        this.product = product;
        this.controller = controller;
        this.sessions = sessions;
    }

    /**
     * A pool. Nothing is opened before the first call.
     *
     * @param product what it is believed to be; the pool itself is not asked
     * @param executor runs the work of all sessions but the first
     */
    public static LyncServer of(LyncSettings settings, ProductVersion product, Executor executor) {
        Supplier<Session> opener = () -> Session.open(
                new WsManTransport(
                        settings.url(),
                        settings.trust(),
                        settings.login(),
                        Limits.DEFAULT,
                        WsManSettings.DEFAULT,
                        Tap.NONE),
                OPENING);
        return new LyncServer(
                settings.url().host(),
                product,
                settings.domainController(),
                new Sessions(opener, settings.sessions(), executor));
    }

    @Override
    public String id() {
        return host;
    }

    @Override
    public String title() {
        return host;
    }

    @Override
    public Observed read(Extent extent) {
        Session session;
        try {
            session = sessions.first();
        } catch (SessionFailed e) {
            throw new Fault(Finding.of(Code.NO_ANSWER, host + " can't be reached: " + e.getMessage())
                    .help("Run calque probe: it tells which part of the way fails"));
        }
        ObservedObjects objects = new LiveState(session, controller, PATIENCE).read(extent);
        if (!objects.findings().isEmpty()) {
            throw new Fault(objects.findings().stream()
                    .map(finding -> finding.as(Severity.ERROR))
                    .toList());
        }
        return objects.observed(product);
    }

    @Override
    public Capabilities capabilities() {
        return Capabilities.all(USERS * sessions.most());
    }

    @Override
    public List<Outcome> carryOut(List<NumberedStep> steps) {
        StepBatch batch = new StepBatch(call -> LiveCommand.pinned(call, controller), PATIENCE);
        sessions.run(batch.cut(steps, sessions.most()));
        return batch.outcomes(steps);
    }

    @Override
    public void close() {
        sessions.close();
    }
}
