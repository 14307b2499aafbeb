package io.calque.lync.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.remoting.lab.ScriptLab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErrorTextTest {
    @Test
    void known_texts_become_findings_that_name_the_thing_and_a_remedy() {
        Finding finding = ErrorText.finding("Management object not found for identity \"CONTOSO\\O\"Brien $1\".");
        assertThat(finding.code()).isEqualTo(Code.UNKNOWN_ACCOUNT);
        assertThat(finding.message()).contains("'CONTOSO\\O\"Brien $1'");
        assertThat(finding.help()).contains("Get-CsAdUser");

        assertThat(ErrorText.finding("Policy \"Global\" is not a user policy. You can assign only a user policy to a"
                                + " specific user.")
                        .code())
                .isEqualTo(Code.NOT_A_USER_POLICY);
        assertThat(ErrorText.finding("Filter failed to return unique result, \"[SipAddress : x] [LineURI : tel:+1]"
                                + " [PrivateLine : ]\"")
                        .message())
                .contains("[LineURI : tel:+1]");
        assertThat(ErrorText.finding("The syntax is not supported by this runspace. This can occur if ...")
                        .code())
                .isEqualTo(Code.CMDLET_NOT_ALLOWED);
    }

    @Test
    @Tag("raises-CQ801")
    @Tag("raises-CQ802")
    @Tag("raises-CQ803")
    @Tag("raises-CQ804")
    @Tag("raises-CQ805")
    void each_known_text_has_its_code() {
        Map<Code, String> texts = Map.of(
                Code.UNKNOWN_ACCOUNT,
                "Management object not found for identity \"sip:ann@contoso.com\".",
                Code.NOT_A_USER_POLICY,
                "Policy \"Sales\" is not a user policy. You can assign only a user policy to a specific user.",
                Code.LINE_REFUSED,
                "Filter failed to return unique result, \"[SipAddress : sip:bob@contoso.com] [LineURI : tel:+1]\"",
                Code.NO_PSTN_USAGES,
                "Voice policy \"Tag:Abroad\" does not contain any PSTN usages.",
                Code.CMDLET_NOT_ALLOWED,
                "The term 'Grant-CsVoicePolicy' is not recognized as the name of a cmdlet.");

        texts.forEach((code, text) ->
                assertThat(ErrorText.known(text).map(Finding::code)).hasValue(code));
    }

    @Test
    @Tag("spares-CQ801")
    @Tag("spares-CQ802")
    @Tag("spares-CQ803")
    @Tag("spares-CQ804")
    @Tag("spares-CQ805")
    void a_text_that_only_sounds_like_a_known_one_has_no_code() {
        assertThat(List.of(
                        "Management object found.",
                        "Policy \"Sales\" was granted.",
                        "Filter returned a unique result.",
                        "Voice policy \"Tag:Abroad\" has PSTN usages.",
                        "The term was recognized."))
                .allSatisfy(text -> assertThat(ErrorText.known(text)).isEmpty());
    }

    @Test
    void an_unknown_text_is_passed_on_as_it_came() {
        Finding finding = ErrorText.finding("Zugriff verweigert. ");
        assertThat(finding.code()).isEqualTo(Code.REFUSED_BY_SERVER);
        assertThat(finding.message()).isEqualTo("the server refused: Zugriff verweigert.");
        assertThat(ErrorText.known("Zugriff verweigert.")).isEmpty();
    }

    @Test
    @Tag("integration")
    @Tag("lab")
    void the_engines_own_texts_are_among_the_known_ones(@TempDir Path folder) throws IOException {
        ScriptLab lab = ScriptLab.orSkip(folder);
        Path script = Files.writeString(folder.resolve("errors.ps1"), """
                $ErrorActionPreference = 'Stop'
                Import-Module Lync
                try { Get-CsUser -Identity 'sip:nobody@contoso.com' } catch { $_.Exception.Message }
                try { Grant-CsConferencingPolicy -Identity 'sip:ann@contoso.com' -PolicyName 'Global' } catch { $_.Exception.Message }
                try { Get-CsNothing } catch { $_.Exception.Message -replace '\\s+', ' ' }
                try { Get-CsUser -Nonsense 1 } catch { $_.Exception.Message }
                """);

        List<String> texts =
                lab.script(lab.pool(5, "lync-2013"), script).out().lines().toList();

        assertThat(texts.stream().map(t -> ErrorText.finding(t).code()))
                .containsExactly(
                        Code.UNKNOWN_ACCOUNT, Code.NOT_A_USER_POLICY, Code.CMDLET_NOT_ALLOWED, Code.CMDLET_NOT_ALLOWED);
    }
}
