package io.calque.lync.cmdlet;

import io.calque.catalogue.Value;
import io.calque.lync.code.Quote;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A {@code -Filter} of Get-CsUser: PowerShell's comparison syntax over the product's own attributes, which the cmdlet itself parses. So
 * texts in it are quoted as PowerShell literals, by live call too.
 */
public sealed interface Filter extends Operand.Phrase {

    /** The attributes that Calque filters on. Policy names are not among them: Lync 2010 is said to refuse those. */
    enum Attribute {
        SIP_ADDRESS("SipAddress"),
        DISPLAY_NAME("DisplayName"),
        LINE_URI("LineURI"),
        ENABLED("Enabled"),
        ENTERPRISE_VOICE_ENABLED("EnterpriseVoiceEnabled"),
        REGISTRAR_POOL("RegistrarPool");

        private final String text;

        Attribute(String text) {
            this.text = text;
        }
    }

    /** How an attribute is compared; texts without regard to case. */
    enum Comparison {
        EQUAL("-eq"),
        NOT_EQUAL("-ne");

        private final String text;

        Comparison(String text) {
            this.text = text;
        }
    }

    /** An attribute compared with a value; null is "has none". */
    record Compare(Attribute attribute, Comparison comparison, Operand operand) implements Filter {
        /** Only plain values and null can be compared with, no lists. */
        public Compare {
            if (operand instanceof Operand.Phrase || operand instanceof Operand.Of(Value.Texts _)) {
                throw new IllegalArgumentException("a filter compares with a plain value or null");
            }
        }

        @Override
        public String text() {
            return attribute.text + ' ' + comparison.text + ' ' + literal();
        }

        private String literal() {
            return switch (operand) {
                case Operand.Nothing() -> "$null";
                case Operand.Of(Value.Text(String text)) -> Quote.literal(text);
                case Operand.Of(Value.Flag(boolean on)) -> on ? "$true" : "$false";
                case Operand.Of(Value.Int(long number)) -> Long.toString(number);
                case Operand.Of(Value.Texts _), Operand.Phrase _ -> throw new IllegalStateException("refused above");
            };
        }
    }

    /** All of them hold. */
    record All(List<Filter> filters) implements Filter {
        public All {
            filters = Filter.some(filters);
        }

        @Override
        public String text() {
            return joined(filters, " -and ");
        }
    }

    /** One of them holds. */
    record Any(List<Filter> filters) implements Filter {
        public Any {
            filters = Filter.some(filters);
        }

        @Override
        public String text() {
            return joined(filters, " -or ");
        }
    }

    private static List<Filter> some(List<Filter> filters) {
        if (filters.isEmpty()) {
            throw new IllegalArgumentException("at least one filter");
        }
        return List.copyOf(filters);
    }

    private static String joined(List<Filter> filters, String operator) {
        return filters.stream().map(f -> "(" + f.text() + ")").collect(Collectors.joining(operator));
    }
}
