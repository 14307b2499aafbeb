package io.calque.report.text;

import java.math.BigDecimal;
import java.util.Locale;

/** Numbers of things as people read them, the same in every language setting. */
public final class Amount {
    private Amount() {}

    /** A number, its thousands apart: {@code 40,000}. */
    public static String of(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    /** A sum of money, without its currency: {@code 1,712.00}. */
    public static String money(BigDecimal sum) {
        return String.format(Locale.ROOT, "%,.2f", sum);
    }

    /** A number of things, by its own word where it is one: {@code 1 person}, {@code 2 people}. */
    public static String of(long n, String one, String many) {
        return of(n) + " " + (n == 1 ? one : many);
    }
}
