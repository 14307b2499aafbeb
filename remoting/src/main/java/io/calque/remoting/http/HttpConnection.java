package io.calque.remoting.http;

import static io.calque.remoting.http.HttpException.Reason.CUT;
import static io.calque.remoting.http.HttpException.Reason.TIMEOUT;

import io.calque.security.tls.Trust;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Exchanges with one server over one socket, opened when first needed and kept as long as the server allows. It never sends a
 * request twice: what failed half-way is the caller's to judge ({@link HttpException#maybeSent}). Not thread-safe.
 */
public final class HttpConnection implements AutoCloseable {
    private final HttpsUrl url;
    private final Trust trust;
    private final Limits limits;
    private final Tap tap;
    private @Nullable Line line;
    private int made;

    /** A connection to be made. */
    public HttpConnection(HttpsUrl url, Trust trust, Limits limits, Tap tap) {
        this.url = url;
        this.trust = trust;
        this.limits = limits;
        this.tap = tap;
    }

    /** Where it leads. */
    public HttpsUrl url() {
        return url;
    }

    /**
     * Makes sure that there is a live connection, and tells which one it is: the number changes when a new one had to be made,
     * and with it all that the server knew about the old one, such as who we are.
     *
     * @throws HttpException when none can be made; nothing was sent then
     */
    public int open() throws HttpException {
        if (line == null || line.isStale()) {
            close();
            line = Line.open(url, trust, limits);
            made++;
        }
        return made;
    }

    /** The server's certificate, while connected. */
    public Optional<X509Certificate> certificate() {
        return Optional.ofNullable(line).map(Line::certificate);
    }

    /** The channel binding {@code tls-server-end-point} (RFC 5929), while connected and where it is defined. */
    public Optional<byte[]> channelBinding() {
        return certificate().flatMap(EndPointBinding::of);
    }

    /**
     * Sends a request and reads its answer whole.
     *
     * @throws HttpException when no answer came; the connection is closed then
     */
    public Response exchange(Request request) throws HttpException {
        try {
            open();
            var response = overLine(request);
            tap.answered(request, response);
            return response;
        } catch (HttpException e) {
            tap.failed(request, e);
            throw e;
        }
    }

    private Response overLine(Request request) throws HttpException {
        var current = line;
        if (current == null) {
            throw new IllegalStateException("not open");
        }
        var expired = new AtomicBoolean();
        // Socket time-outs bound a silence, not a drip, and never a write: this bounds the whole.
        var watch = Thread.ofVirtual().start(() -> expire(current, expired));
        try {
            current.patience(request.patience());
            current.write(request.head(url), request.body());
            var response = new ResponseParser(current.in(), limits).read();
            current.used();
            if (!response.keepsConnection()) {
                close();
            }
            return response;
        } catch (ResponseParser.Refused e) {
            current.close();
            line = null;
            throw new HttpException(e.reason(), true, e.getMessage() + " (" + url.authority() + ")", e);
        } catch (SocketTimeoutException e) {
            current.close();
            line = null;
            throw new HttpException(
                    TIMEOUT,
                    true,
                    url.authority() + " did not answer within "
                            + request.patience().toSeconds() + " s",
                    e);
        } catch (IOException e) {
            current.close();
            line = null;
            throw expired.get()
                    ? new HttpException(
                            TIMEOUT,
                            true,
                            "the answer of " + url.authority() + " did not end within "
                                    + limits.exchange().toSeconds() + " s",
                            e)
                    : new HttpException(
                            CUT, true, "the connection to " + url.authority() + " ended before the answer did", e);
        } finally {
            watch.interrupt();
        }
    }

    private void expire(Line current, AtomicBoolean expired) {
        try {
            Thread.sleep(limits.exchange());
            expired.set(true);
            current.close();
        } catch (InterruptedException e) {
            // The exchange ended in time.
        }
    }

    /** Ends the connection; the next exchange makes a new one. */
    @Override
    public void close() {
        if (line != null) {
            line.goodbye();
            line = null;
        }
    }
}
