package io.calque.lync.script;

import io.calque.catalogue.Value;
import io.calque.lync.cmdlet.PolicyCmdlets;
import io.calque.lync.code.Literal;
import io.calque.lync.code.Snippet;
import io.calque.lync.script.ScriptStep.OnPolicy;
import io.calque.lync.script.ScriptStep.OnUser;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes a script: UTF-8 with byte order mark (Windows PowerShell 5.1 reads a file without one in the machine's own code page), lines
 * end in CR LF, PowerShell 3.0 to 7. The same steps give the same bytes.
 */
public final class ScriptWriter {
    private static final int ROWS_PER_CALL = 500;

    private final Appendable out;

    private ScriptWriter(Appendable out) {
        this.out = out;
    }

    /**
     * Writes a whole script and flushes the stream, which stays open.
     *
     * @param steps in the order in which they are to run
     * @throws io.calque.diagnostic.Fault when a text can't be written at all
     */
    public static void write(ScriptHeader header, Stream<ScriptStep> steps, OutputStream out) throws IOException {
        BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(
                out,
                StandardCharsets.UTF_8
                        .newEncoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        writer.write('\uFEFF');
        writer.write(resource("prologue.ps1"));
        try {
            new ScriptWriter(writer).body(header, steps);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        writer.write(resource("epilogue.ps1"));
        writer.flush();
    }

    private void body(ScriptHeader header, Stream<ScriptStep> steps) {
        Map<String, Literal> plan = new LinkedHashMap<>();
        plan.put("Fingerprint", Literal.text(header.fingerprint()));
        plan.put("Module", Literal.text(header.product().module()));
        plan.put("Steps", Literal.whole(header.steps()));
        line(Snippet.of("$Plan = %", Snippet.argument(Literal.map(plan))));
        line(Snippet.constant("function Invoke-Plan {"));
        Rows rows = new Rows();
        for (Iterator<ScriptStep> all = steps.iterator(); all.hasNext(); ) {
            switch (all.next()) {
                case OnUser user -> {
                    if (!rows.accepts(user)) {
                        rows.drain().forEach(this::users);
                    }
                    rows.add(user);
                }
                case OnPolicy policy -> {
                    rows.drain().forEach(this::users);
                    policy(policy);
                }
            }
        }
        rows.drain().forEach(this::users);
        line(Snippet.constant("}"));
    }

    private void users(List<OnUser> same) {
        OnUser first = same.getFirst();
        Snippet kind = text(first.kind());
        Snippet property = text(first.property().text());
        Snippet before = text(first.before());
        Snippet after = text(first.after());
        Snippet write = Snippet.of("{$input | %}", CmdletText.of(first.write().unattended()));
        if (same.size() == 1) {
            Snippet user = text(first.user().text());
            line(Snippet.of("Step-User % % % % % % %", number(first.id()), user, kind, property, before, after, write));
            return;
        }
        for (int from = 0; from < same.size(); from += ROWS_PER_CALL) {
            line(Snippet.of("Step-Users % % % % % @(", kind, property, before, after, write));
            for (OnUser step : same.subList(from, Math.min(same.size(), from + ROWS_PER_CALL))) {
                line(Snippet.row(step.id(), Literal.text(step.user().text())));
            }
            line(Snippet.constant(")"));
        }
    }

    private void policy(OnPolicy step) {
        line(Snippet.of(
                "Step-Policy % % % {%} % % {%}",
                number(step.id()),
                text(step.policy().text()),
                text(step.kind()),
                CmdletText.of(PolicyCmdlets.getAll(step.type()).unattended()),
                settings(step.before()),
                settings(step.after()),
                CmdletText.of(step.write().unattended())));
    }

    private static Snippet settings(@Nullable SortedMap<String, Value> settings) {
        if (settings == null) {
            return Snippet.argument(Literal.nothing());
        }
        Map<String, Literal> table = new LinkedHashMap<>();
        settings.forEach((name, value) -> table.put(name, CmdletText.value(value)));
        return Snippet.argument(Literal.map(table));
    }

    private static Snippet text(@Nullable String text) {
        return Snippet.argument(text == null ? Literal.nothing() : Literal.text(text));
    }

    private static Snippet number(long number) {
        return Snippet.argument(Literal.whole(number));
    }

    private void line(Snippet snippet) {
        try {
            out.append(snippet.toString()).append("\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A part that is the same in every script, with line ends as the rest. */
    private static String resource(String name) throws IOException {
        try (InputStream in = ScriptWriter.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its part " + name);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.replace("\r\n", "\n").replace("\n", "\r\n");
        }
    }
}
