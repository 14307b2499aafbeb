package io.calque.lync.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.calque.catalogue.PolicyType;
import io.calque.lync.cmdlet.Cmdlet;
import io.calque.lync.cmdlet.CmdletName;
import io.calque.lync.cmdlet.Operand;
import io.calque.lync.cmdlet.UserIdentity;
import io.calque.lync.code.Hostile;
import io.calque.lync.code.Literal;
import io.calque.lync.code.Snippet;
import io.calque.remoting.lab.Json;
import io.calque.remoting.lab.ScriptLab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a value holds, PowerShell's parser reads one constant argument of that value in it, and the rest of the line as it was meant. */
@Tag("integration")
@Tag("lab")
class ArgumentLabTest {
    /** What means something to the parser where it reads arguments: every dash and quote, and the start of every other token. */
    private static final String SPECIAL = "-\u2013\u2014\u2015%@,'\u2019\"$`(){}[;|&#:.>=!~*?5a \n";

    /** A policy whose description stops the parser, and whose name would then be the rest of the line. */
    private static final String STOP = "--%";

    private static final String NAME = "x | Disable-CsUser -Identity sip:ann@contoso.com";

    @Test
    void every_text_is_one_constant_argument_by_name_and_by_position(@TempDir Path folder) throws IOException {
        ScriptLab lab = ScriptLab.orSkip(folder);
        List<String> texts = Stream.of(shortOnes(), Hostile.TEXTS.stream(), longOnes())
                .flatMap(s -> s)
                .toList();
        Path script = folder.resolve("arguments.ps1");
        Files.writeString(
                script,
                texts.stream()
                        .flatMap(text -> Stream.of(named(text), positional(text)))
                        .collect(Collectors.joining("\r\n", "\uFEFF", "\r\n")));

        Json parsed = lab.parse(script);

        assertThat(parsed.at("errors").items()).isEmpty();
        List<Json> commands = parsed.at("commands").items();
        assertThat(texts).hasSizeGreaterThan(30_000);
        assertThat(commands).hasSize(2 * texts.size());
        for (int i = 0; i < texts.size(); i++) {
            Object text = texts.get(i);
            assertThat(read(commands.get(2 * i))).isEqualTo(List.of("Set-CsUser", text, "Tag:x", false, "Stop"));
            assertThat(read(commands.get(2 * i + 1))).isEqualTo(List.of("Step-User", 7L, text, text, "last"));
        }
    }

    @Test
    void numbers_below_zero_are_numbers(@TempDir Path folder) throws IOException {
        ScriptLab lab = ScriptLab.orSkip(folder);
        Path script = Files.writeString(
                folder.resolve("numbers.ps1"),
                Snippet.of("Step-User % -Last %", argument(Literal.whole(-5)), argument(Literal.whole(Long.MIN_VALUE)))
                        .toString());

        assertThat(read(lab.parse(script).at("commands").items().getFirst()))
                .isEqualTo(List.of("Step-User", -5L, Long.MIN_VALUE));
    }

    @Test
    void a_description_that_stops_the_parser_runs_no_cmdlet_out_of_a_name(@TempDir Path folder) {
        ScriptLab lab = ScriptLab.orSkip(folder);
        String pool = lab.pool(30, "lync-2013");
        Path script = Steps.file(
                folder,
                "plan.ps1",
                List.of(
                        Steps.createPolicy(
                                1, PolicyType.VOICE, NAME, Steps.settings("Description", STOP, "Name", NAME)),
                        Steps.grant(2, "sip:ann@contoso.com", null, STOP)));

        assertThat(lab.parse(script).at("errors").items()).isEmpty();
        ScriptLab.Run run = lab.script(pool, script);

        assertThat(run.out()).as(run.err()).contains("1 applied, 0 already so, 1 failed");
        assertThat(lab.calls(pool).stream().map(call -> call.at("cmdlet").text()))
                .contains("New-CsVoicePolicy", "Grant-CsConferencingPolicy")
                .doesNotContain("Disable-CsUser");
        Json policy = lab.dump(pool).at("policies").at("voice").at("Tag:" + NAME);
        assertThat(policy.at("Description").value()).isEqualTo(STOP);
        assertThat(policy.at("Name").value()).isEqualTo(NAME);
    }

    private static String named(String text) {
        Cmdlet call = Cmdlet.of(CmdletName.SET_USER)
                .with("LineURI", Operand.of(text))
                .with("Identity", new UserIdentity("Tag:x"));
        return CallText.of(call.unattended());
    }

    private static String positional(String text) {
        Snippet value = argument(Literal.text(text));
        return Snippet.of(
                        "Step-User % % % -Last %",
                        argument(Literal.whole(7)), value, value, argument(Literal.text("last")))
                .toString();
    }

    private static Snippet argument(Literal literal) {
        return Snippet.argument(literal);
    }

    private static List<Object> read(Json command) {
        List<Object> read = new ArrayList<>(List.of(command.at("name").text()));
        for (Json argument : command.at("arguments").items()) {
            assertThat(argument.at("constant").value()).isEqualTo(true);
            read.add(Objects.requireNonNull(argument.at("value").value()));
        }
        return read;
    }

    /** All texts of up to three of the characters. */
    private static Stream<String> shortOnes() {
        List<String> one = SPECIAL.chars().mapToObj(Character::toString).toList();
        List<String> two =
                one.stream().flatMap(a -> one.stream().map(b -> a + b)).toList();
        Stream<String> three = two.stream().flatMap(a -> one.stream().map(b -> a + b));
        return Stream.of(Stream.of(""), one.stream(), two.stream(), three).flatMap(s -> s);
    }

    private static Stream<String> longOnes() {
        Random random = new Random(20261125);
        return IntStream.range(0, 5_000)
                .mapToObj(_ -> random.ints(4 + random.nextInt(30), 0, SPECIAL.length())
                        .mapToObj(i -> String.valueOf(SPECIAL.charAt(i)))
                        .collect(Collectors.joining()));
    }
}
