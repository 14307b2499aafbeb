package io.calque.remoting.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * An {@code https://} address, taken apart. Plain http is refused: the message encryption that Windows asks for there is not
 * built, and a password or a policy must not travel in the clear.
 *
 * @param host the name or address without brackets, in lower case
 * @param port 1 to 65535
 * @param target path and query as they go into the request line; begins with a slash
 */
public record HttpsUrl(String host, int port, String target) {
    private static final int DEFAULT_PORT = 443;

    /**
     * Reads an address.
     *
     * @throws IllegalArgumentException with a sentence for people, when it is no address, not https, or carries a user name
     */
    public static HttpsUrl parse(String text) {
        URI uri;
        try {
            uri = new URI(text.strip());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("'" + text + "' is not an address: " + e.getReason(), e);
        }
        if (!"https".equalsIgnoreCase(uri.getScheme())) {
            throw new IllegalArgumentException("'" + text + "' does not begin with https://");
        }
        if (uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException("an address with a user name or password in it is refused");
        }
        if (uri.getHost() == null || uri.getPort() == 0 || uri.getPort() > 65_535) {
            throw new IllegalArgumentException("'" + text + "' names no host and port");
        }
        var ascii = URI.create(uri.toASCIIString());
        var path = ascii.getRawPath().isEmpty() ? "/" : ascii.getRawPath();
        return new HttpsUrl(
                uri.getHost().toLowerCase(Locale.ROOT).replaceAll("^\\[|]$", ""),
                uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort(),
                ascii.getRawQuery() == null ? path : path + "?" + ascii.getRawQuery());
    }

    /** The same address with one more query parameter; both must be plain letters, digits, dots and dashes. */
    public HttpsUrl withQuery(String name, String value) {
        if (!(name + value).matches("[A-Za-z0-9.-]*")) {
            throw new IllegalArgumentException("not a plain query parameter: " + name + "=" + value);
        }
        return new HttpsUrl(host, port, target + (target.contains("?") ? "&" : "?") + name + "=" + value);
    }

    /** The value of the Host header: brackets around an IPv6 address, no default port. */
    public String authority() {
        var name = host.contains(":") ? "[" + host + "]" : host;
        return port == DEFAULT_PORT ? name : name + ":" + port;
    }

    /** The whole address. */
    @Override
    public String toString() {
        return "https://" + authority() + target;
    }
}
