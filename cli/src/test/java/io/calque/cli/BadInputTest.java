package io.calque.cli;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.calque.cli.terminal.Terminal;
import io.calque.cli.terminal.Terminal.Attached;
import io.calque.engine.context.Cancellation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A good workspace in which one file is bad, one case for each way in which files are bad in practice. The program says what is wrong
 * and where, by its contract; it never prints a stack trace, and it never goes on as if the file were not there.
 */
class BadInputTest {
    private static final String HEADER = "SipAddress,DisplayName,Licence\n";
    private static final String PERSONA = "personas: {std: {licences: [standard], conferencing: Std}}\n";
    private static final String LONG = "a".repeat(1 << 16);
    private static final String WINDOWS = "windows-1252";
    private static final Map<String, String> GOOD = Map.of(
            "calque.yaml",
            "product: lync-2010\npeople: people.csv\n",
            "policies.yaml",
            "conferencing: {Std: {settings: {AllowIPAudio: false}}}\n",
            "assignments.yaml",
            PERSONA + "rules: [{name: all, when: everyone, persona: std}]\n",
            "people.csv",
            HEADER + "sip:ann@x.org,Ann,Standard\n");

    /**
     * A file gone bad.
     *
     * @param file the file; what is in {@code w} is the workspace's
     * @param content its bytes; a text is UTF-8
     * @param command what is run
     * @param told codes that must be told, each as often as it stands here; none where the file is good after all
     */
    record Bad(String title, String file, Object content, String command, List<String> told) {
        Bad(String title, String file, Object content, String command, String... told) {
            this(title, file, content, command, List.of(told));
        }

        byte[] bytes() {
            return content instanceof byte[] bytes ? bytes : content.toString().getBytes(UTF_8);
        }

        @Override
        public String toString() {
            return title;
        }
    }

    @TempDir
    private Path folder = Path.of("");

    static Stream<Bad> tables() {
        String people = "w/people.csv";
        return Stream.of(
                new Bad("empty", people, "", "check w", "CQ108"),
                new Bad("header only", people, HEADER, "plan w"),
                new Bad(
                        "short row",
                        people,
                        HEADER + "sip:ann@x.org,Ann\nsip:bob@x.org\n",
                        "check w",
                        "CQ109",
                        "CQ109"),
                new Bad("long row", people, HEADER + "sip:ann@x.org,Ann,Standard,x\n", "check w", "CQ109"),
                new Bad("open quote", people, HEADER + "sip:ann@x.org,\"Ann,Standard\n", "check w", "CQ110"),
                new Bad("nameless row", people, HEADER + ",,\n", "check w", "CQ111"),
                new Bad("duplicate person", people, HEADER + "sip:ann@x.org,,\nSIP:ANN@X.ORG,,\n", "plan w", "CQ503"),
                new Bad("column twice", people, "SipAddress,sipaddress\na,b\n", "check w", "CQ104"),
                new Bad("UTF-16 without mark", people, (HEADER + "sip:ann@x.org,Ann,\n").getBytes(UTF_16LE), "plan w"),
                new Bad("Windows-1252", people, bytes(HEADER + "sip:ann@x.org,Zoë O’Brien,\n", WINDOWS), "plan w"),
                new Bad("no text", people, new byte[] {'S', 'i', 'p', (byte) 0x81, '\n'}, "check w", "CQ101"),
                new Bad("endless line", people, bytes(50 << 20), "check w", "CQ110"),
                new Bad(
                        "half a list",
                        people,
                        HEADER + "sip:ann@x.org,\"Ann,\nsip:bob@x.org,,\n",
                        "plan w",
                        "CQ110",
                        "CQ114"),
                new Bad("binary", people, bytes(1000), "plan w", "CQ108", "CQ114"),
                new Bad(
                        "a name that no file has",
                        "w/calque.yaml",
                        "product: lync-2010\npeople: \"a\\0b\"\n",
                        "check w",
                        "CQ101"),
                new Bad(
                        "a list that no file has",
                        "w/assignments.yaml",
                        PERSONA + "rules: [{name: all, when: {list: \"a\\0b\"}, persona: std}]\n",
                        "check w",
                        "CQ101"),
                new Bad(
                        "hostile names",
                        people,
                        HEADER + "sip:ann@x.org,\u001b[2J\u202egnp.exe\u0007,\nsip:bob@x.org," + LONG + ",\n",
                        "explain w --all"));
    }

    static Stream<Bad> yaml() {
        String policies = "w/policies.yaml";
        String bomb = """
                a: &a [x, x, x, x, x, x, x, x, x, x]
                b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
                c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
                d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c]
                e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d]
                f: &f [*e, *e, *e, *e, *e, *e, *e, *e, *e]
                g: [*f, *f, *f, *f, *f, *f, *f, *f, *f]
                """;
        return Stream.of(
                new Bad("tab", policies, "conferencing:\n\tStd: {}\n", "check w", "CQ103"),
                new Bad("cyclic alias", policies, "conferencing: &a {Std: *a}\n", "check w", "CQ103"),
                new Bad("alias bomb", policies, bomb, "check w", "CQ103"),
                new Bad("endless line", policies, bytes(50 << 20), "check w", "CQ102"),
                new Bad("control character", policies, "conferencing: {\u0001: {}}\n", "check w", "CQ103"),
                new Bad("text direction", policies, "conferencing: {\"a\u202eb\": {}}\n", "check w", "CQ205"),
                new Bad(
                        "long name",
                        policies,
                        "conferencing: {" + LONG.substring(0, 900) + ": {}}\n",
                        "check w",
                        "CQ205"),
                new Bad("a list where a map is due", policies, "- conferencing\n", "check w", "CQ107"),
                new Bad(
                        "brakes and seats",
                        "w/calque.yaml",
                        """
                        product: lync-2010
                        people: people.csv
                        brakes: {maxChanges: -1, maxShare: 200%}
                        seats: {standard: many, enterprise: {owned: -3}, plsu: 4}
                        """,
                        "check w",
                        "CQ107",
                        "CQ107",
                        "CQ107",
                        "CQ107",
                        "CQ105"),
                new Bad("exception", "w/exceptions.yaml", """
                        - {person: ann, persona: std, reason: r, until: 2026-02-30, approvedBy: b}
                        - {person: bob, persona: stt, reason: r, until: 2026-12-01, approvedBy: b}
                        """, "check w", "CQ107", "CQ402"));
    }

    static Stream<Bad> states() {
        return Stream.of(
                new Bad("pool is no state", "w/.calque/pool.json", "[1]", "drift w", "CQ113"),
                new Bad("pool breaks off", "w/.calque/pool.json", "{\"users\":[{", "drift w", "CQ113"),
                new Bad(
                        "faults",
                        "w/.calque/faults.yaml",
                        """
                        every: 0
                        delay: soon
                        lose: {call: x}
                        crash: {call: 1, when: later}
                        user: [a]
                        """,
                        "apply p.plan",
                        "CQ107",
                        "CQ107",
                        "CQ107",
                        "CQ107",
                        "CQ105"),
                new Bad("plan is none", "p.plan", "{}", "apply p.plan --workspace w", "CQ507"),
                new Bad("plan is empty", "p.plan", "", "script p.plan -o p.ps1", "CQ507"),
                new Bad("plan is binary", "p.plan", bytes(1000), "apply p.plan --workspace w", "CQ507"));
    }

    @ParameterizedTest
    @MethodSource({"tables", "yaml", "states"})
    void it_is_told_with_its_code_and_without_a_stack_trace(Bad bad) throws IOException {
        goodWorkspace();
        Path file = folder.resolve(bad.file());
        Files.createDirectories(file.getParent());
        Files.write(file, bad.bytes());

        Answer answer = calque(bad.command());

        answer.keepsTheContract();
        for (String code : bad.told()) {
            assertThat((answer.out + answer.err).split(code + " ", -1).length - 1)
                    .as("times that %s is told in %s", code, answer.shown())
                    .isGreaterThanOrEqualTo(
                            (int) bad.told().stream().filter(code::equals).count());
        }
        assertThat(answer.status == 0).as(answer.shown()).isEqualTo(bad.told().isEmpty() || answer.onlyWarnings());
    }

    @Test
    void what_is_a_folder_or_not_there_is_told_and_never_passed_over() throws IOException {
        for (String name :
                List.of("calque.yaml", "policies.yaml", "assignments.yaml", "people.csv", ".calque/pool.json")) {
            goodWorkspace();
            Path file = folder.resolve("w").resolve(name);
            Files.deleteIfExists(file);
            Files.createDirectories(file);

            Answer answer = calque("drift w");

            answer.keepsTheContract();
            assertThat(answer.status).as(name + answer.shown()).isNotZero();
            assertThat(answer.err).as(name).contains(Path.of(name).getFileName().toString());
            Files.delete(file);
        }
        goodWorkspace();
        Files.delete(folder.resolve("w/people.csv"));
        assertThat(calque("check w").out).contains("CQ101", "people.csv");
        assertThat(calque("check nowhere").status).isEqualTo(1);
        assertThat(calque("apply w").err).contains("CQ");
    }

    private void goodWorkspace() throws IOException {
        Files.createDirectories(folder.resolve("w"));
        for (Map.Entry<String, String> file : GOOD.entrySet()) {
            Files.writeString(folder.resolve("w").resolve(file.getKey()), file.getValue());
        }
        assertThat(calque("plan w -o p.plan --accept CQ301,CQ302,CQ308 --reason test").status)
                .isZero();
    }

    private static byte[] bytes(String text, String charset) {
        return text.getBytes(Charset.forName(charset));
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) 'a');
        return bytes;
    }

    private Answer calque(String command) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Terminal terminal = new Terminal(
                new PrintWriter(out),
                new PrintWriter(err),
                new BufferedReader(new StringReader("")),
                Attached.NONE,
                100,
                folder,
                Map.of("NO_COLOR", "1", "TMPDIR", folder.toString()),
                () -> Instant.parse("2026-11-24T09:00:00Z"),
                Cancellation.NONE);
        return new Answer(Program.run(terminal, List.of(command.split(" "))), out.toString(), err.toString());
    }

    private record Answer(int status, String out, String err) {
        void keepsTheContract() {
            assertThat(status).as(shown()).isBetween(0, 2);
            assertThat(out + err).doesNotContain("\tat ", "Exception", "CQ901", "\u001b", "\u0007", "\u202e");
            assertThat(err.length()).as("length of what is told").isLessThan(20_000);
        }

        boolean onlyWarnings() {
            return !(out + err).contains("error CQ");
        }

        String shown() {
            String all = status + "\n" + out + err;
            return all.substring(0, Math.min(2000, all.length()));
        }
    }
}
