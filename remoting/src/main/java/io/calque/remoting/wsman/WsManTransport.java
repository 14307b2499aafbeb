package io.calque.remoting.wsman;

import io.calque.remoting.auth.AuthenticatedHttp;
import io.calque.remoting.auth.Login;
import io.calque.remoting.auth.Mechanism;
import io.calque.remoting.http.HttpConnection;
import io.calque.remoting.http.HttpsUrl;
import io.calque.remoting.http.Limits;
import io.calque.remoting.http.Redirects;
import io.calque.remoting.http.Response;
import io.calque.remoting.http.Tap;
import io.calque.remoting.psrp.Received;
import io.calque.remoting.psrp.Stream;
import io.calque.remoting.psrp.Transport;
import io.calque.remoting.psrp.TransportException;
import io.calque.remoting.psrp.TransportException.MaybeSent;
import io.calque.remoting.psrp.TransportException.Refused;
import io.calque.remoting.psrp.TransportException.SessionGone;
import io.calque.security.tls.Trust;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A runspace pool in a shell of a WS-Management server, over HTTPS (MS-WSMV, MS-PSRP 2.1).
 *
 * <p>One connection carries everything, so calls wait for each other. {@link #stop} and {@link #close} may come from another thread:
 * while a poll is waiting they take a connection of their own. Command and Send are never sent again after a failure that leaves
 * open whether they arrived; after an answer that proves that they did not run (401, 413) they are.
 */
public final class WsManTransport implements Transport {
    private static final Duration ACT = Duration.ofSeconds(60); // MaxTimeoutms of every Windows default
    private static final Duration GOODBYE = Duration.ofSeconds(10);

    private final Login login;
    private final Trust trust;
    private final Limits limits;
    private final WsManSettings settings;
    private final Tap tap;
    private final ReentrantLock busy = new ReentrantLock();
    private final Map<UUID, String> commands = new ConcurrentHashMap<>();
    private HttpsUrl url;
    private EnvelopeWriter writer;
    private Channel channel;
    private volatile @Nullable String shell;
    private volatile int envelope;
    private volatile int room;
    private volatile boolean closed;

    /**
     * A transport to be opened.
     *
     * @param url the endpoint, such as {@code https://pool.contoso.com/OcsPowershell}
     * @param tap watches every exchange; see {@link Transcript}
     */
    public WsManTransport(HttpsUrl url, Trust trust, Login login, Limits limits, WsManSettings settings, Tap tap) {
        this.login = login;
        this.trust = trust;
        this.limits = limits;
        this.settings = settings;
        this.tap = tap;
        this.url = settings.psVersion().map(v -> url.withQuery("PSVersion", v)).orElse(url);
        this.channel = connect(this.url);
        this.writer = new EnvelopeWriter(this.url.toString(), settings);
        resize(settings.envelopeBytes());
    }

    private Channel connect(HttpsUrl to) {
        return new Channel(new AuthenticatedHttp(new HttpConnection(to, trust, limits, tap), login));
    }

    private void resize(int bytes) {
        envelope = bytes;
        room = writer.room(bytes);
    }

    @Override
    public void open(UUID pool, byte[] fragments) {
        var create = new Operation.Create(EnvelopeWriter.uuid(pool), fragments);
        busy.lock();
        try {
            var response = post(create, ACT);
            for (int hop = 1; isRedirect(response); hop++) {
                follow(response, hop);
                response = post(create, ACT);
            }
            switch (settled(create, Channel.answer(response))) {
                case Answer.Created created -> {
                    shell = created.shell();
                    // Only servers since Windows Server 2012 describe the shell, and their envelopes may be larger.
                    resize(created.described() ? settings.grownEnvelopeBytes() : settings.envelopeBytes());
                }
                case Answer other -> throw unexpected(other);
            }
        } finally {
            busy.unlock();
        }
    }

    private static boolean isRedirect(Response response) {
        return response.status() >= 300 && response.status() < 400;
    }

    private void follow(Response response, int hop) {
        var location = response.headers().first("Location");
        var target = Redirects.target(url, location);
        if (settings.redirects().most() == 0) {
            throw new Refused(
                    response.status(),
                    "the server redirects to '" + location + "'; redirects are not followed unless allowed");
        }
        if (hop > settings.redirects().most()) {
            throw new Refused(response.status(), "the server redirects again and again");
        }
        var refused = target.isEmpty()
                // Another host would get the password itself.
                || (login.mechanism() == Mechanism.BASIC && !target.get().host().equals(url.host()));
        if (refused) {
            throw new Refused(
                    response.status(), "the server redirects to '" + location + "', where credentials may not go");
        }
        channel.close();
        url = target.get();
        writer = new EnvelopeWriter(url.toString(), settings);
        channel = connect(url);
        resize(settings.envelopeBytes());
    }

    @Override
    public int room() {
        return room;
    }

    @Override
    public void command(UUID pipeline, byte[] fragments) {
        busy.lock();
        try {
            var id = EnvelopeWriter.uuid(pipeline);
            var first = fragments;
            Answer answer;
            try {
                answer = call(new Operation.Command(id, first), ACT);
            } catch (Refused e) {
                first = Arrays.copyOf(fragments, smaller(e, fragments));
                answer = call(new Operation.Command(id, first), ACT);
            }
            switch (answer) {
                case Answer.Started started -> commands.put(pipeline, started.command());
                case Answer other -> throw unexpected(other);
            }
            if (first.length < fragments.length) {
                send(pipeline, Stream.INPUT, Arrays.copyOfRange(fragments, first.length, fragments.length));
            }
        } finally {
            busy.unlock();
        }
    }

    @Override
    public void send(@Nullable UUID pipeline, Stream stream, byte[] fragments) {
        var name = switch (stream) {
            case INPUT -> "stdin";
            case HOST_REPLY -> "pr";
        };
        busy.lock();
        try {
            for (int at = 0; at < fragments.length; ) {
                var part = Arrays.copyOfRange(fragments, at, Math.min(fragments.length, at + Math.max(room, 1)));
                try {
                    call(new Operation.Send(id(pipeline), name, part), ACT);
                    at += part.length;
                } catch (Refused e) {
                    smaller(e, part);
                }
            }
        } finally {
            busy.unlock();
        }
    }

    /**
     * A request that was refused unread for its size may go in smaller parts: fragments may be cut anywhere (MS-PSRP 2.2.4). Falls
     * back to the small envelope, and gives the room in it.
     */
    private int smaller(Refused refusal, byte[] sent) {
        if (refusal.status() != 413 || envelope == settings.envelopeBytes()) {
            throw refusal;
        }
        resize(settings.envelopeBytes());
        if (sent.length <= room) {
            throw refusal;
        }
        return room;
    }

    @Override
    public Received receive(@Nullable UUID pipeline) {
        busy.lock();
        try {
            return switch (call(new Operation.Receive(id(pipeline)), settings.poll())) {
                case Answer.Output output -> new Received(output.fragments(), output.done());
                case Answer.Failed ignored -> Received.NOTHING;
                case Answer other -> throw unexpected(other);
            };
        } finally {
            busy.unlock();
        }
    }

    @Override
    public void stop(UUID pipeline) {
        aside(new Operation.Signal(known(pipeline), Operation.Code.CTRL_C));
    }

    @Override
    public void release(UUID pipeline) {
        var command = commands.remove(pipeline);
        if (command == null) {
            return;
        }
        busy.lock();
        try {
            call(new Operation.Signal(command, Operation.Code.TERMINATE), ACT);
        } catch (SessionGone e) {
            // A server may have forgotten the command by itself. If it is the shell that is gone, the next call will
            // tell.
        } finally {
            busy.unlock();
        }
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            if (shell != null) {
                aside(new Operation.Delete());
            }
        } catch (TransportException e) {
            // A shell that can't be deleted goes by its idle time-out.
        } finally {
            channel.close();
        }
    }

    /** Sends over the one connection when it is free, else over another one, so that a waiting poll delays nobody. */
    private void aside(Operation operation) {
        if (busy.tryLock()) {
            try {
                call(operation, GOODBYE);
                return;
            } finally {
                busy.unlock();
            }
        }
        try (var other = connect(url)) {
            settled(operation, Channel.answer(other.post(write(operation, GOODBYE), patience(operation, GOODBYE))));
        }
    }

    private Answer call(Operation operation, Duration timeout) {
        var response = post(operation, timeout);
        try {
            return settled(operation, Channel.answer(response));
        } catch (Refused e) {
            // Whoever answers without an envelope may stand before the server that has acted; only 413 comes unread.
            throw operation.acts() && e.status() == response.status() && e.status() != 413
                    ? new MaybeSent(e.getMessage() + ", and may have acted before", e)
                    : e;
        }
    }

    private Response post(Operation operation, Duration timeout) {
        return channel.post(write(operation, timeout), patience(operation, timeout));
    }

    private byte[] write(Operation operation, Duration timeout) {
        return writer.write(operation, shell, envelope, timeout);
    }

    private Duration patience(Operation operation, Duration timeout) {
        // Whoever leaves does not wait for a server that may have gone before.
        return operation instanceof Operation.Delete ? timeout : timeout.plus(settings.patience());
    }

    /** The answer, unless it is a fault that means something else than "nothing yet" to a poll. */
    private static Answer settled(Operation operation, Answer answer) {
        if (!(answer instanceof Answer.Failed(WsManFault fault))) {
            return answer;
        }
        if (operation instanceof Operation.Receive && fault.timedOut()) {
            return answer;
        }
        if (fault.shellGone()) {
            throw new SessionGone(
                    "the shell is gone: " + fault.message(), operation.acts() && fault.leavesOpen(), null);
        }
        if (operation.acts() && fault.leavesOpen()) {
            throw new MaybeSent("the server failed while it worked on the request: " + fault.message(), null);
        }
        throw new Refused(fault.code(), fault.message());
    }

    private static MaybeSent unexpected(Answer answer) {
        return new MaybeSent(
                "the server answered something else than was asked ("
                        + answer.getClass().getSimpleName() + ")",
                null);
    }

    private @Nullable String id(@Nullable UUID pipeline) {
        return pipeline == null ? null : known(pipeline);
    }

    private String known(UUID pipeline) {
        return commands.getOrDefault(pipeline, EnvelopeWriter.uuid(pipeline));
    }
}
