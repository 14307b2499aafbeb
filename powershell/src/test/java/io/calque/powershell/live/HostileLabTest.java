package io.calque.powershell.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.calque.catalogue.Value;
import io.calque.powershell.lab.Json;
import io.calque.powershell.lab.Lab;
import io.calque.powershell.lab.ScriptLab;
import io.calque.powershell.script.CallText;
import io.calque.powershell.session.Call;
import io.calque.powershell.session.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a value holds, the cmdlet gets it as it is: by live call and by script. The pool's log of calls is the judge. */
@Tag("integration")
@Tag("lab")
class HostileLabTest {
    private static final List<HostileCalls.Call> CALLS = HostileCalls.all();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path folder;

    @Test
    void every_hostile_value_arrives_as_itself_by_live_call() {
        Lab lab = Lab.in(folder, 3);
        ScriptLab.orSkip(folder).patch("state.json", "{\"product\":\"sfb-2019\"}");
        try (Session session = Session.open(lab.stdio("-Language", "No"), Duration.ofSeconds(60))) {
            for (HostileCalls.Call call : CALLS) {
                session.run(Call.of(LiveCommand.of(call.cmdlet())));
            }
            assertThat(session.isUsable()).isTrue();
        }
        arrived(lab.log().stream().map(Json::parse).toList());
    }

    @Test
    void every_hostile_value_arrives_as_itself_by_script() throws IOException {
        ScriptLab lab = ScriptLab.orSkip(folder);
        String pool = lab.pool(3, "sfb-2019");
        String script = CALLS.stream()
                .map(call -> "try { " + CallText.of(call.cmdlet()) + " } catch { }\r\n")
                .collect(Collectors.joining("", "\uFEFFImport-Module Lync\r\n", "exit 0\r\n"));

        ScriptLab.Run run = lab.script(pool, Files.writeString(folder.resolve("hostile.ps1"), script));

        assertThat(run.exit()).as(run.err()).isZero();
        arrived(lab.calls(pool));
    }

    private static void arrived(List<Json> log) {
        assertThat(CALLS).hasSizeGreaterThan(700);
        List<Json> calls =
                log.stream().filter(line -> line.at("whatIf").value() == null).toList();
        assertThat(calls).hasSameSizeAs(CALLS);
        for (int i = 0; i < CALLS.size(); i++) {
            HostileCalls.Call sent = CALLS.get(i);
            Json got = calls.get(i);
            assertThat(got.at("cmdlet").text()).isEqualTo(sent.cmdlet().name().text());
            Json value = got.at("parameters").at(sent.parameter());
            String where = sent.cmdlet().name().text() + " -" + sent.parameter();
            switch (sent.expected()) {
                case Value.Texts(List<String> items) ->
                    // a list that adds and removes is logged as a list of what replaces
                    assertThat(value.items().getFirst().items().stream().map(Json::text))
                            .as(where)
                            .isEqualTo(items);
                case Value.Text(String text) ->
                    assertThat(value.value()).as(where).isEqualTo(text);
                case Value.Flag _, Value.Whole _ -> throw new IllegalStateException("only texts are sent");
            }
        }
    }
}
