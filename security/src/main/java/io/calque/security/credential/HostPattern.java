package io.calque.security.credential;

import java.util.Locale;

/**
 * The name of a host, or {@code *.contoso.com} for all hosts below a domain.
 *
 * @param text in lower case
 */
public record HostPattern(String text) {
    public HostPattern {
        text = text.strip().toLowerCase(Locale.ROOT).replaceAll("\\.$", "");
        String plain = text.startsWith("*.") ? text.substring(2) : text;
        if (plain.isEmpty() || plain.contains("*") || plain.contains("/") || plain.contains(" ")) {
            throw new IllegalArgumentException("'" + text + "' is not the name of a host");
        }
        if (text.startsWith("*.") && !plain.contains(".")) {
            throw new IllegalArgumentException("'" + text + "' would match a whole top-level domain");
        }
    }

    /** Whether a host is meant; letter case and a dot at the end make no difference. */
    public boolean matches(String host) {
        String name = host.toLowerCase(Locale.ROOT).replaceAll("\\.$", "");
        return text.startsWith("*.") ? name.endsWith(text.substring(1)) : name.equals(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
