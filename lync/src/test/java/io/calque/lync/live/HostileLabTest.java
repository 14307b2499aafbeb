package io.calque.lync.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calque.catalogue.Value;
import io.calque.diagnostic.Fault;
import io.calque.lync.script.CallText;
import io.calque.remoting.lab.Json;
import io.calque.remoting.lab.Lab;
import io.calque.remoting.lab.ScriptLab;
import io.calque.remoting.psrp.ErrorRecord;
import io.calque.remoting.session.Call;
import io.calque.remoting.session.Outcome;
import io.calque.remoting.session.Session;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a value holds, the cmdlet gets it as it is: by live call and by script. The pool's log of calls is the judge. */
@Tag("integration")
@Tag("lab")
class HostileLabTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path folder;

    @Test
    void every_hostile_value_arrives_as_itself_by_live_call() {
        Lab lab = Lab.in(folder, 3);
        ScriptLab.orSkip(folder).patch("state.json", "{\"product\":\"sfb-2019\"}");
        List<HostileCalls.Call> calls = HostileCalls.all();
        List<String> refusals;
        try (Session session = Session.open(lab.stdio("-Language", "No"), Duration.ofSeconds(60))) {
            refusals = calls.stream()
                    .map(call -> session.run(Call.of(LiveCommand.of(call.cmdlet()))))
                    .map(outcome ->
                            outcome instanceof Outcome.Refused(ErrorRecord record, var _) ? record.message() : "")
                    .toList();
            assertThat(session.isUsable()).isTrue();
        }
        arrived(calls, refusals, lab.log().stream().map(Json::parse).toList());
    }

    @Test
    void every_hostile_value_arrives_as_itself_by_script() throws IOException {
        ScriptLab lab = ScriptLab.orSkip(folder);
        String pool = lab.pool(3, "sfb-2019");
        List<HostileCalls.Call> calls = HostileCalls.writable();
        String script = calls.stream()
                .map(call -> "$m = ''; try { " + CallText.of(call.cmdlet())
                        + " | Out-Null } catch { $m = $_.Exception.Message }\r\n"
                        + "Write-Host ('>' + [Convert]::ToBase64String([Text.Encoding]::Unicode.GetBytes($m)))\r\n")
                .collect(Collectors.joining("", "\uFEFFImport-Module Lync\r\n", "exit 0\r\n"));

        ScriptLab.Run run = lab.script(pool, Files.writeString(folder.resolve("hostile.ps1"), script));

        assertThat(run.exit()).as(run.err()).isZero();
        List<String> refusals = run.out()
                .lines()
                .filter(line -> line.startsWith(">"))
                .map(line -> new String(Base64.getDecoder().decode(line.substring(1)), StandardCharsets.UTF_16LE))
                .toList();
        arrived(calls, refusals, lab.calls(pool));
    }

    /** What is half a pair can't be written down, and is refused before a script is. */
    @Test
    void halves_of_pairs_are_refused_before_a_script_is_written() {
        List<HostileCalls.Call> halves = new ArrayList<>(HostileCalls.all());
        halves.removeAll(HostileCalls.writable());
        assertThat(halves)
                .hasSizeGreaterThan(30)
                .allSatisfy(call ->
                        assertThatThrownBy(() -> CallText.of(call.cmdlet())).isInstanceOf(Fault.class));
    }

    private static void arrived(List<HostileCalls.Call> calls, List<String> refusals, List<Json> log) {
        assertThat(calls).hasSizeGreaterThan(1_000);
        assertThat(refusals).hasSameSizeAs(calls);
        Iterator<Json> logged =
                log.stream().filter(line -> line.at("whatIf").value() == null).iterator();
        for (int i = 0; i < calls.size(); i++) {
            HostileCalls.Call sent = calls.get(i);
            String where = sent.cmdlet().name().text() + " -" + sent.parameter();
            // PowerShell itself keeps from the cmdlet what can't be its parameter's type, and says what it got.
            if (refusals.get(i).startsWith("Cannot bind parameter '" + sent.parameter())) {
                String told = refusals.get(i);
                assertThat(sent.expected())
                        .as(where)
                        .isInstanceOfSatisfying(
                                Value.Text.class,
                                text -> assertThat(told).contains("Cannot convert value \"" + text.text() + "\""));
            } else if (refusals.get(i).startsWith("Cannot bind argument to parameter '" + sent.parameter())) {
                assertThat(refusals.get(i)).as(where).contains("because it is null");
                assertThat(sent.expected()).as(where).isNull();
            } else {
                assertThat(logged.hasNext()).as(where + ": " + refusals.get(i)).isTrue();
                as(sent, logged.next(), where + ": " + refusals.get(i));
            }
        }
        assertThat(logged.hasNext()).isFalse();
    }

    private static void as(HostileCalls.Call sent, Json got, String where) {
        assertThat(got.at("cmdlet").text())
                .as(where)
                .isEqualTo(sent.cmdlet().name().text());
        Json value = got.at("parameters").at(sent.parameter());
        switch (sent.expected()) {
            case Value.Texts(List<String> items) ->
                // a list that adds and removes is logged as a list of what replaces
                assertThat(value.items().getFirst().items().stream().map(Json::text))
                        .as(where)
                        .isEqualTo(items.stream().map(HostileLabTest::logged).toList());
            case Value.Text(String text) -> assertThat(value.value()).as(where).isEqualTo(logged(text));
            case null -> assertThat(value.value()).as(where).isNull();
            case Value.Flag _, Value.Int _ -> throw new IllegalStateException("only texts are sent");
        }
    }

    /** The log is UTF-8 and puts this for half a pair. That the halves themselves come through, the round trip of all types shows. */
    private static String logged(String text) {
        return text.replaceAll("\\p{IsCs}", "\uFFFD");
    }
}
