package io.calque.remoting.auth;

import static io.calque.remoting.auth.AuthException.Reason.NOT_OFFERED;
import static io.calque.remoting.auth.AuthException.Reason.REJECTED;
import static io.calque.remoting.auth.AuthException.Reason.UNAVAILABLE;
import static io.calque.remoting.auth.AuthException.Reason.WRONG_SERVER;

import io.calque.remoting.http.HttpConnection;
import io.calque.remoting.http.HttpException;
import io.calque.remoting.http.Request;
import io.calque.remoting.http.Response;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Requests over one connection, logged in. The login belongs to the connection, so a new connection means a new login, and an
 * unfinished handshake never carries the request itself.
 *
 * <p>A request is sent a second time in one case only: the server answered it with 401, which proves that it did not run. Not
 * thread-safe.
 */
public final class AuthenticatedHttp implements AutoCloseable {
    private static final int MOST_LEGS = 6;
    private static final int UNAUTHORISED = 401;

    private final HttpConnection connection;
    private final Login login;
    private int loggedInOn;
    private String standing = "";
    private boolean everyRequest;
    private @Nullable Offers offers;
    private @Nullable String method;

    /** Requests over a connection, as whom. Closing it closes the connection. */
    public AuthenticatedHttp(HttpConnection connection, Login login) {
        this.connection = connection;
        this.login = login;
    }

    /** How the last login was made: {@code Kerberos}, {@code NTLM}, {@code Basic}; empty when the server asked for none. */
    public Optional<String> method() {
        return Optional.ofNullable(method);
    }

    /**
     * Sends a request and gives its answer, which is never a 401.
     *
     * @throws HttpException when no answer came
     * @throws AuthException when the login failed; the request did not run
     */
    public Response send(Request request) throws HttpException, AuthException {
        var current = connection.open();
        var known = offers;
        if (current != loggedInOn || (everyRequest && known != null)) {
            return known != null && everyRequest ? logIn(request, known) : logIn(request);
        }
        var response = connection.exchange(standing.isEmpty() ? request : request.with("Authorization", standing));
        if (response.status() != UNAUTHORISED) {
            return response;
        }
        // IIS can be told to forget a Kerberos login after each request (authPersistNonNTLM): remember that it does.
        everyRequest = "Kerberos".equals(method);
        return logIn(request, Offers.of(response.headers()));
    }

    private Response logIn(Request request) throws HttpException, AuthException {
        // Asked with an empty body first: what is offered is not known yet, and a large request would travel for
        // nothing.
        var asked = connection.exchange(request.withoutBody());
        if (asked.status() >= 300 && asked.status() < 400) {
            return asked;
        }
        if (asked.status() != UNAUTHORISED) {
            loggedInOn = connection.open();
            method = null;
            return connection.exchange(request);
        }
        return logIn(request, Offers.of(asked.headers()));
    }

    private Response logIn(Request request, Offers offered) throws HttpException, AuthException {
        offers = offered;
        AuthException failure = null;
        var ways = Way.of(login, offered);
        for (var way : ways) {
            connection.open();
            Handshake handshake = null;
            try {
                handshake = way.begin(
                        login,
                        connection.url().host(),
                        connection.channelBinding().orElse(new byte[0]));
                return shake(handshake, request);
            } catch (AuthException e) {
                // A password is tried once: a second try could lock the account. A Kerberos ticket can't, but getting
                // it by
                // the password can.
                var passwordRefused = handshake == null && e.reason() == REJECTED;
                if (!way.mayBeFollowed() || passwordRefused || e.reason() == WRONG_SERVER) {
                    throw failure == null
                            ? e
                            : new AuthException(
                                    e.reason(), e.getMessage() + " (before that: " + failure.getMessage() + ")", e);
                }
                failure = e;
            }
        }
        throw failure != null
                ? failure
                : new AuthException(NOT_OFFERED, "the server offers " + offered + ", and " + Way.wanted(login));
    }

    private Response shake(Handshake handshake, Request request) throws HttpException, AuthException {
        var challenge = new byte[0];
        var line = connection.open();
        for (int leg = 0; leg < MOST_LEGS; leg++) {
            var token = handshake.next(challenge);
            var header = handshake.scheme() + " " + Base64.getEncoder().encodeToString(token);
            var response = connection.exchange(
                    (handshake.carriesRequest() ? request : request.withoutBody()).with("Authorization", header));
            var answered =
                    Offers.of(response.headers()).token(handshake.scheme()).orElse(new byte[0]);
            if (response.status() != UNAUTHORISED) {
                handshake.finish(answered);
                loggedInOn = line;
                standing = handshake instanceof BasicHandshake ? header : "";
                method = handshake.method();
                return response;
            }
            if (answered.length == 0) {
                throw new AuthException(
                        REJECTED, "the server refused the login by " + handshake.method() + handshake.hint());
            }
            if (!response.keepsConnection()) {
                throw new AuthException(
                        UNAVAILABLE,
                        "the connection was closed in the middle of the login by " + handshake.method()
                                + "; is there a proxy that does not keep connections?");
            }
            challenge = answered;
        }
        throw new AuthException(UNAVAILABLE, "the login by " + handshake.method() + " does not end");
    }

    @Override
    public void close() {
        connection.close();
    }
}
