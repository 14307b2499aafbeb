package io.calque.remoting.http;

import java.util.Optional;

/**
 * Where a server may send us. A redirect is only ever followed before anything was asked for, so nothing can run twice.
 *
 * @param most how many in a row; 0 follows none. PowerShell follows 5 when told to
 */
public record Redirects(int most) {
    /** Follows none: the default, as in PowerShell. */
    public static final Redirects NONE = new Redirects(0);
    /** Follows up to five, https only and within the same DNS suffix. */
    public static final Redirects SAME_SUFFIX = new Redirects(5);

    /**
     * The new address, if it may be followed: https, and a host that shares everything after the first label with the old one
     * (two labels at least), or is the same host. Credentials therefore never leave that suffix.
     */
    public static Optional<HttpsUrl> target(HttpsUrl from, String location) {
        try {
            var to = location.startsWith("/") && !location.startsWith("//")
                    ? HttpsUrl.parse("https://" + from.authority() + location)
                    : HttpsUrl.parse(location);
            return sameSuffix(from.host(), to.host()) ? Optional.of(to) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean sameSuffix(String from, String to) {
        if (from.equals(to)) {
            return true;
        }
        var suffix = from.substring(from.indexOf('.') + 1);
        var named = !from.matches("[0-9.]+") && !from.contains(":");
        return named && from.contains(".") && suffix.contains(".") && to.endsWith("." + suffix);
    }
}
