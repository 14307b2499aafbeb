package io.calque.remoting.outofproc;

import static org.assertj.core.api.Assertions.assertThat;

import io.calque.remoting.clixml.CliXml;
import io.calque.remoting.clixml.Content;
import io.calque.remoting.clixml.Obj;
import io.calque.remoting.clixml.Primitive;
import io.calque.remoting.psrp.Command;
import io.calque.remoting.psrp.Parameter;
import io.calque.remoting.psrp.PipelineEvent;
import io.calque.remoting.psrp.PipelineEvent.Remark;
import io.calque.remoting.session.Call;
import io.calque.remoting.session.Outcome;
import io.calque.remoting.session.Results;
import io.calque.remoting.session.Session;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A session with a real PowerShell engine; the subclasses say over which transport. */
@Tag("integration")
@Tag("lab")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LabTest {
    static final Duration OPENING = Duration.ofMinutes(2);

    private Session session;

    /** A session with a fresh pool of 20 users; skips the test where there is no lab. */
    abstract Session connect(Path folder);

    @BeforeAll
    void open(@TempDir Path folder) {
        session = connect(folder);
    }

    @AfterAll
    void close() {
        if (session != null) {
            session.close();
        }
    }

    static List<CliXml> values() {
        return List.of(
                CliXml.nil(),
                CliXml.of(""),
                CliXml.of(true),
                new Primitive.Char('é'),
                new Primitive.Whole(Primitive.Whole.Width.BY, 255),
                new Primitive.Whole(Primitive.Whole.Width.SB, -128),
                new Primitive.Whole(Primitive.Whole.Width.U16, 65_535),
                new Primitive.Whole(Primitive.Whole.Width.I16, -32_768),
                new Primitive.Whole(Primitive.Whole.Width.U32, 0xFFFF_FFFFL),
                CliXml.of(Integer.MIN_VALUE),
                new Primitive.Whole(Primitive.Whole.Width.U64, -1),
                CliXml.of(Long.MIN_VALUE),
                new Primitive.Real(Primitive.Real.Precision.SG, Float.MAX_VALUE),
                new Primitive.Real(Primitive.Real.Precision.SG, Double.NEGATIVE_INFINITY),
                new Primitive.Real(Primitive.Real.Precision.DB, Double.MAX_VALUE),
                new Primitive.Real(Primitive.Real.Precision.DB, Double.MIN_VALUE),
                new Primitive.Real(Primitive.Real.Precision.DB, Double.NaN),
                new Primitive.Decimal(new BigDecimal("79228162514264337593543950335")),
                new Primitive.Decimal(new BigDecimal("-0.0000000000000000000000000001")),
                new Primitive.DateTime(LocalDateTime.of(2026, 2, 28, 23, 59, 59, 999_999_900), ZoneOffset.UTC),
                new Primitive.DateTime(LocalDateTime.of(1, 1, 1, 0, 0), null),
                new Primitive.TimeSpan(Duration.ofDays(-3).minusNanos(100)),
                new Primitive.Guid(UUID.fromString("792e5b37-4505-47ef-b7d2-8711bb7affa8")),
                new Primitive.Typed(Primitive.Typed.Kind.URI, "https://pool.contoso.com/OcsPowershell?a=b&c=é"),
                new Primitive.Version(5, 1, 17_763, 1),
                new Primitive.Bytes(new byte[] {0, 1, (byte) 0xFF}),
                CliXml.list(List.of(CliXml.of("a"), CliXml.of(1), CliXml.nil())));
    }

    @ParameterizedTest
    @MethodSource("values")
    void a_value_of_each_type_comes_back_as_itself(CliXml value) {
        Results results = done(
                Command.of("Write-Output", new Parameter("InputObject", value), Parameter.flag("NoEnumerate", true)));

        if (value instanceof Primitive.Nil) {
            assertThat(results.output())
                    .as("PowerShell writes nothing for null")
                    .isEmpty();
            return;
        }
        CliXml back = results.output().getFirst();
        if (value instanceof Obj list) {
            assertThat(back.asList()).isEqualTo(list.asList());
        } else {
            assertThat(back).isEqualTo(value);
        }
    }

    static List<String> hostile() {
        return List.of(
                "'",
                "’x; Remove-Item /; ‘y",
                "\"“$(throw 1)”\"",
                "`$x `n",
                "a\rb\nc\td",
                "\u202eabc\u202c",
                "_x0041_",
                "_X005F_x0041_",
                "\ud83d",
                "\ude00",
                "\ud83d\ude00",
                "\ude00\ud83d",
                "\0\u0001\u001f\u007f\u0085\u009f\u00a0",
                "\ufffe\uffff\ufeff",
                "]]><S>x</S>&amp;",
                "-Force",
                "@{a=1}",
                "x".repeat(65_536),
                "é’_x".repeat(16_384));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void a_hostile_string_arrives_as_itself(String text) {
        assertThat(done(Command.of("Write-Output", Parameter.of("InputObject", text)))
                        .output())
                .containsExactly(CliXml.of(text));
        Outcome named = session.run(Call.of(Command.of("Get-Variable", Parameter.of("Name", "no" + text))));
        assertThat(named).as("a name that no variable has").isNotInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void a_hashtable_arrives_with_its_keys_and_values() {
        CliXml table = Obj.hashtable(List.of(new Content.Dictionary.Entry(CliXml.of("Add"), CliXml.of("x"))));

        Results results = done(
                Command.of("Write-Output", new Parameter("InputObject", table)),
                Command.of("ForEach-Object", Parameter.of("MemberName", "Keys")));

        assertThat(results.output()).containsExactly(CliXml.of("Add"));
    }

    @Test
    void each_stream_brings_its_records() {
        assertThat(done(Command.of("Write-Warning", Parameter.of("Message", "w'1")))
                        .remarks())
                .containsExactly(new Remark(Remark.Level.WARNING, "w'1"));
        assertThat(done(Command.of("Write-Verbose", Parameter.of("Message", "v"), Parameter.flag("Verbose", true)))
                        .remarks())
                .containsExactly(new Remark(Remark.Level.VERBOSE, "v"));
        assertThat(done(Command.of("Write-Debug", Parameter.of("Message", "d"), Parameter.flag("Debug", true)))
                        .remarks())
                .containsExactly(new Remark(Remark.Level.DEBUG, "d"));
        assertThat(done(Command.of(
                                "Write-Information",
                                Parameter.of("MessageData", "i"),
                                new Parameter("Tags", CliXml.list(List.of(CliXml.of("t"))))))
                        .information())
                .containsExactly(new PipelineEvent.Information(CliXml.of("i"), "Write-Information", List.of("t")));
        assertThat(done(Command.of(
                                "Write-Progress",
                                Parameter.of("Activity", "a"),
                                Parameter.of("Status", "s"),
                                new Parameter("PercentComplete", CliXml.of(40))))
                        .progress())
                .containsExactly(new PipelineEvent.Progress("a", 0, "s", "", 40, -1, false));
    }

    @Test
    void an_error_ends_the_call_only_when_it_terminates() {
        Results went = done(Command.of("Get-CsUser", Parameter.of("Identity", "nobody")));
        assertThat(went.errors()).singleElement().satisfies(error -> {
            assertThat(error.message()).contains("nobody");
            assertThat(error.id()).startsWith("ManagementObjectNotFound");
            assertThat(error.category()).isEqualTo(13);
        });

        Outcome ended = session.run(Call.of(
                Command.of("Get-CsUser", Parameter.of("Identity", "nobody"), Parameter.of("ErrorAction", "Stop"))));
        assertThat(ended)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.record().message()).contains("nobody"));
        Outcome unknown = session.run(Call.of(Command.of("Get-Nothing")));
        assertThat(unknown)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.record().id()).isEqualTo("CommandNotFoundException"));
    }

    @Test
    void a_question_to_the_host_is_refused_and_nothing_waits() {
        Outcome outcome = session.run(Call.of(Command.of("Read-Host", Parameter.of("Prompt", "name"))));

        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void ten_thousand_objects_are_fed_one_by_one() {
        List<CliXml> input = IntStream.range(0, 10_000).mapToObj(CliXml::of).toList();

        Outcome outcome = session.run(Call.of(Command.of("ForEach-Object", Parameter.of("MemberName", "ToString")))
                .withInput(input.iterator()));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Done.class,
                        done -> assertThat(done.results().output())
                                .isEqualTo(IntStream.range(0, 10_000)
                                        .mapToObj(i -> CliXml.of(Integer.toString(i)))
                                        .toList()));
    }

    @Test
    void five_megabytes_come_back_whole() {
        String text = "0123456789abcde’".repeat(5 << 16);

        assertThat(done(Command.of("Write-Output", Parameter.of("InputObject", text)))
                        .output())
                .containsExactly(CliXml.of(text));
    }

    @Test
    void a_call_is_stopped_in_the_middle_and_the_session_lives_on() {
        Iterator<CliXml> seconds =
                List.of(CliXml.of(0), CliXml.of(60), CliXml.of(60)).iterator();
        Call call = new Call(
                List.of(
                        Command.of("ForEach-Object", Parameter.of("MemberName", "ToString")),
                        Command.of("Start-Sleep")),
                seconds,
                Duration.ofMinutes(2));
        Thread.ofVirtual().start(() -> {
            pause();
            session.stop();
        });

        assertThat(session.run(call)).isInstanceOf(Outcome.Stopped.class);
        assertThat(done(Command.of("Write-Output", Parameter.of("InputObject", "again")))
                        .output())
                .containsExactly(CliXml.of("again"));
    }

    @Test
    void a_call_that_takes_too_long_is_stopped_and_what_it_brought_is_kept() {
        Call call = Call.of(
                        Command.of("Write-Output", new Parameter("InputObject", CliXml.list(List.of(CliXml.of(1))))),
                        Command.of("Tee-Object", Parameter.of("Variable", "kept")))
                .withInput(new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return true;
                    }

                    @Override
                    public CliXml next() {
                        return CliXml.of(1);
                    }
                })
                .within(Duration.ofSeconds(2));

        Outcome outcome = session.run(call);

        assertThat(outcome).isNotInstanceOf(Outcome.Unknown.class).isNotInstanceOf(Outcome.NotSent.class);
        assertThat(session.probe(Duration.ofSeconds(20))).isEqualTo(Outcome.Unknown.Shell.ALIVE);
    }

    private static void pause() {
        try {
            Thread.sleep(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void a_secret_arrives_encrypted_as_a_secure_string() {
        Primitive.Secret secret = new Primitive.Secret("pä’ss_x0041_\ud83d\ude00");

        Results results = done(
                Command.of("Write-Output", new Parameter("InputObject", secret)),
                Command.of("ConvertFrom-SecureString", Parameter.flag("AsPlainText", true)));

        assertThat(results.output()).containsExactly(CliXml.of(secret.value()));
    }

    Results done(Command... commands) {
        Outcome outcome = session.run(Call.of(commands));
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done) outcome).results();
    }

    Session session() {
        return session;
    }
}
