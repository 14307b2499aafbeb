package io.calque.lync.cmdlet;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An {@code -LdapFilter} of Get-CsUser over directory attributes, escaped as RFC 4515 section 3 says. */
public sealed interface LdapFilter extends Operand.Phrase {

    /** An attribute has exactly that value. */
    record Equal(String attribute, String value) implements LdapFilter {
        public Equal {
            LdapFilter.checkAttribute(attribute);
            if (!StandardCharsets.UTF_8.newEncoder().canEncode(value)) {
                throw Identifiers.bad("'" + Identifiers.visible(value)
                        + "' holds half a surrogate pair, which no directory can hold");
            }
        }

        @Override
        public String text() {
            return "(" + attribute + "=" + escape(value) + ")";
        }
    }

    /** An attribute has some value. */
    record Present(String attribute) implements LdapFilter {
        public Present {
            LdapFilter.checkAttribute(attribute);
        }

        @Override
        public String text() {
            return "(" + attribute + "=*)";
        }
    }

    /** All of them hold. */
    record All(List<LdapFilter> filters) implements LdapFilter {
        public All {
            filters = List.copyOf(filters);
        }

        @Override
        public String text() {
            return filters.stream().map(LdapFilter::text).collect(Collectors.joining("", "(&", ")"));
        }
    }

    /** One of them holds. */
    record Any(List<LdapFilter> filters) implements LdapFilter {
        public Any {
            filters = List.copyOf(filters);
        }

        @Override
        public String text() {
            return filters.stream().map(LdapFilter::text).collect(Collectors.joining("", "(|", ")"));
        }
    }

    /** It does not hold. */
    record Not(LdapFilter filter) implements LdapFilter {
        @Override
        public String text() {
            return "(!" + filter.text() + ")";
        }
    }

    private static void checkAttribute(String attribute) {
        if (!Attributes.NAME.matcher(attribute).matches()) {
            throw new IllegalArgumentException("not an attribute name: " + attribute);
        }
    }

    /**
     * A value with what must not stand in a filter as {@code \xx}. Spaces too: the product's cmdlet is known to stumble over them
     * (the Lync connector of Microsoft Identity Manager).
     */
    private static String escape(String value) {
        StringBuilder escaped = new StringBuilder(value.length() + 16);
        for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            if (b < 0x21 || "\\*()".indexOf(c) >= 0) {
                escaped.append(String.format(Locale.ROOT, "\\%02x", b & 0xFF));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }

    /** Attribute names: RFC 4512 keystrings. */
    final class Attributes {
        private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9-]*");

        private Attributes() {}
    }
}
