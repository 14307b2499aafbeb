package io.calque.remoting.wsman;

import io.calque.remoting.auth.AuthException;
import io.calque.remoting.auth.AuthenticatedHttp;
import io.calque.remoting.http.Headers;
import io.calque.remoting.http.HttpException;
import io.calque.remoting.http.Request;
import io.calque.remoting.http.Response;
import io.calque.remoting.psrp.TransportException;
import io.calque.remoting.psrp.TransportException.MaybeSent;
import io.calque.remoting.psrp.TransportException.NotSent;
import io.calque.remoting.psrp.TransportException.Refused;
import java.time.Duration;

/** Sends envelopes over one logged-in connection and tells failures apart by how far a request got. */
final class Channel implements AutoCloseable {
    private static final Headers SOAP = Headers.NONE
            .with("Content-Type", "application/soap+xml;charset=UTF-8")
            .with("User-Agent", "Calque");

    private final AuthenticatedHttp http;

    Channel(AuthenticatedHttp http) {
        this.http = http;
    }

    /** An answer to an envelope that was sent once. A redirect is given back as it is. */
    Response post(byte[] envelope, Duration patience) {
        try {
            return http.send(new Request(SOAP, envelope, patience));
        } catch (HttpException e) {
            throw e.maybeSent() ? new MaybeSent(e.getMessage(), e) : new NotSent(e.getMessage(), e);
        } catch (AuthException e) {
            throw switch (e.reason()) {
                case NOT_OFFERED, REJECTED -> new Refused(401, e.getMessage(), e);
                case UNAVAILABLE -> new NotSent(e.getMessage(), e);
                case WRONG_SERVER -> new MaybeSent(e.getMessage(), e);
            };
        }
    }

    /**
     * The answer inside a response.
     *
     * @throws TransportException when there is none
     */
    static Answer answer(Response response) {
        try {
            if (response.status() == 200 || looksLikeXml(response)) {
                return EnvelopeReader.read(response.body());
            }
        } catch (MalformedAnswer e) {
            if (response.status() == 200) {
                throw new MaybeSent("the server's answer can't be read: " + e.getMessage(), e);
            }
        }
        throw withoutEnvelope(response.status());
    }

    private static boolean looksLikeXml(Response response) {
        return response.headers().first("Content-Type").contains("xml");
    }

    private static TransportException withoutEnvelope(int status) {
        return switch (status) {
            case 403 -> new Refused(status, "the server forbids it (403): the account may not use this endpoint");
            case 404 -> new Refused(status, "the server has no such address (404): is the path right?");
            case 413 -> new Refused(status, "the request is larger than the server takes (413)");
            case 503 ->
                new Refused(
                        status, "the server is not available (503): its application pool may be stopped, or too busy");
            default ->
                status < 500
                        ? new Refused(status, "the server refused the request (" + status + ")")
                        // Somebody on the way may have given up while the server went on.
                        : new MaybeSent("the server, or a proxy before it, failed (" + status + ")", null);
        };
    }

    @Override
    public void close() {
        http.close();
    }
}
