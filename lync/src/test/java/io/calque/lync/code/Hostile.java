package io.calque.lync.code;

import java.util.List;

/** Texts that break what is careless: each must arrive as itself, or be refused before anything is sent. */
public final class Hostile {
    /** Texts that any free text may be. */
    public static final List<String> TEXTS = List.of(
            "",
            "'",
            "\u2018",
            "\u2019",
            "\u201A",
            "\u201B",
            "''",
            "'\u2019",
            "x\u2019; Remove-Item *; \u2018y",
            "\"",
            "\u201C\u201D\u201E",
            "$(Get-CsUser)",
            "$env:PATH `$x `n",
            "back`tick`",
            "a\rb",
            "a\nb",
            "a\r\nb",
            "a\tb",
            "\u0085\u00A0\u2028\u2029",
            "\u200F\u200Eright to left",
            "\u202Egnirts\u202C",
            "_x0041_ _X0041_ _x00_",
            "\uD83D\uDE00 pair",
            "@{a=1} @(1) {0} %",
            "'@\r\n",
            "#> <# ; | & -join",
            "\u2013dash \u2014dash",
            "--%",
            "--",
            "-Force",
            "\u2013\u2013%",
            "-5",
            "1kb",
            "a,b",
            "@splat",
            "\uFEFFmark",
            "nul\u0000 esc\u001B",
            "'x".repeat(32_768));

    /** Halves of surrogate pairs, and a pair the wrong way round. A file of UTF-8 can't hold them; a session can. */
    public static final List<String> HALVES = List.of("\uD83D", "a\uDE00b", "\uDE00\uD83D");

    private Hostile() {}
}
