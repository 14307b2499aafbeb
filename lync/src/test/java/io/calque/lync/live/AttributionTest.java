package io.calque.lync.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calque.diagnostic.Code;
import io.calque.lync.cmdlet.UserIdentity;
import io.calque.remoting.clixml.CliXml;
import io.calque.remoting.clixml.Obj;
import io.calque.remoting.clixml.Property;
import io.calque.remoting.psrp.ErrorRecord;
import io.calque.remoting.session.Outcome;
import io.calque.remoting.session.Results;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttributionTest {
    private static final UserIdentity ANN = new UserIdentity("sip:ann@contoso.com");
    private static final UserIdentity BOB = new UserIdentity("CN=Bob,DC=contoso,DC=com");
    private static final UserIdentity CAS = new UserIdentity("cas@contoso.com");
    private static final Outcome DONE = new Outcome.Done(Results.NONE);

    private final Attribution attribution = new Attribution(List.of(ANN, BOB, CAS));

    @Test
    void a_user_who_is_shown_under_any_of_its_names_is_done() {
        attribution.shown(Obj.bag(Property.of("SipAddress", "SIP:Ann@contoso.com")));
        attribution.shown(Obj.bag(Property.of("Identity", "CN=Bob,DC=contoso,DC=com")));
        attribution.shown(Obj.bag(Property.of("UserPrincipalName", "cas@contoso.com")));

        assertThat(attribution.end(DONE).values()).allMatch(fate -> fate instanceof Fate.Done);
    }

    @Test
    void what_is_said_of_nobody_is_put_down_to_nobody() {
        attribution.shown(Obj.bag(Property.of("SipAddress", "sip:somebody@contoso.com")));
        attribution.shown(CliXml.of("text"));
        attribution.error(error("busy", ""));

        assertThat(attribution.end(DONE).values())
                .hasSize(3)
                .allSatisfy(fate -> assertThat(fate)
                        .isInstanceOfSatisfying(
                                Fate.Unknown.class,
                                unknown -> assertThat(unknown.reason()).contains("busy")));
    }

    @Test
    void an_error_that_names_a_user_is_that_users_refusal() {
        attribution.error(error("Management object not found for identity \"x\".", "cas@contoso.com"));

        assertThat(attribution.end(DONE).get(CAS))
                .isInstanceOfSatisfying(
                        Fate.Refused.class,
                        refused -> assertThat(refused.finding().code()).isEqualTo(Code.UNKNOWN_ACCOUNT));
        assertThat(attribution.end(DONE).get(ANN)).isInstanceOf(Fate.Unknown.class);
    }

    @Test
    void after_an_error_that_ends_it_only_those_behind_the_culprit_are_untried() {
        ErrorRecord end = error("enough", "CN=Bob,DC=contoso,DC=com");

        assertThat(attribution.end(new Outcome.Refused(end, Results.NONE)).values())
                .hasExactlyElementsOfTypes(Fate.Unknown.class, Fate.Refused.class, Fate.NotTried.class);
    }

    @Test
    void without_the_cmdlet_everybody_is_refused_and_without_a_request_nobody_was_tried() {
        ErrorRecord missing = new ErrorRecord(
                "The term 'Grant-CsVoicePolicy' is not recognized as a name",
                "CommandNotFoundException",
                0,
                "",
                List.of("System.Management.Automation.CommandNotFoundException"),
                "Grant-CsVoicePolicy",
                CliXml.nil());
        assertThat(attribution.end(new Outcome.Refused(missing, Results.NONE)).values())
                .allMatch(fate -> fate instanceof Fate.Refused);
        assertThat(attribution.end(new Outcome.NotSent("closed")).values())
                .allMatch(fate -> fate instanceof Fate.NotTried);
        assertThat(attribution
                        .end(new Outcome.Unknown(Outcome.Unknown.Shell.GONE, "cut", Results.NONE))
                        .values())
                .allMatch(fate -> fate instanceof Fate.Unknown);
    }

    @Test
    void a_user_comes_once() {
        assertThatThrownBy(() -> new Attribution(List.of(ANN, new UserIdentity("SIP:ANN@contoso.com"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static ErrorRecord error(String message, String target) {
        return new ErrorRecord(message, "", 0, "", List.of(), target, CliXml.nil());
    }
}
