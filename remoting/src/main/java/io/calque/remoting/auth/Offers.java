package io.calque.remoting.auth;

import io.calque.remoting.http.Headers;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The ways in that a 401 offers, read from its {@code WWW-Authenticate} fields (RFC 9110 section 11.6.1). */
record Offers(List<Offer> offers) {
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9-]*");
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9+/]+={0,2}");

    /** One way in; the token is empty when the server has not begun a handshake, or sent parameters instead. */
    record Offer(String scheme, String token) {}

    static Offers of(Headers headers) {
        var offers = new ArrayList<Offer>();
        for (var value : headers.all("WWW-Authenticate")) {
            for (var part : parts(value)) {
                var words = part.strip().split("[ \t]+", 2);
                // A parameter of the scheme before it, such as realm="x", is no scheme: it has an equals sign.
                if (SCHEME.matcher(words[0]).matches()) {
                    offers.add(new Offer(
                            words[0],
                            words.length == 2 && TOKEN.matcher(words[1]).matches() ? words[1] : ""));
                }
            }
        }
        return new Offers(List.copyOf(offers));
    }

    private static List<String> parts(String value) {
        var parts = new ArrayList<String>();
        var quoted = false;
        var begin = 0;
        for (int i = 0; i < value.length(); i++) {
            switch (value.charAt(i)) {
                case '\\' -> i += quoted ? 1 : 0;
                case '"' -> quoted = !quoted;
                case ',' -> {
                    if (!quoted) {
                        parts.add(value.substring(begin, i));
                        begin = i + 1;
                    }
                }
                default -> {
                    // an ordinary character
                }
            }
        }
        parts.add(value.substring(begin));
        return parts;
    }

    boolean has(String scheme) {
        return offers.stream().anyMatch(offer -> offer.scheme().equalsIgnoreCase(scheme));
    }

    /** The handshake token that came with a scheme. */
    Optional<byte[]> token(String scheme) {
        return offers.stream()
                .filter(offer -> offer.scheme().equalsIgnoreCase(scheme)
                        && !offer.token().isEmpty())
                .findFirst()
                .flatMap(offer -> decode(offer.token()));
    }

    private static Optional<byte[]> decode(String token) {
        try {
            return Optional.of(Base64.getDecoder().decode(token));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** For people: {@code Negotiate, NTLM}. */
    @Override
    public String toString() {
        return offers.isEmpty()
                ? "nothing"
                : String.join(
                        ", ", offers.stream().map(Offer::scheme).distinct().toList());
    }
}
