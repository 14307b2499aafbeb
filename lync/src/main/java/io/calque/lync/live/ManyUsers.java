package io.calque.lync.live;

import io.calque.lync.cmdlet.Cmdlet;
import io.calque.lync.cmdlet.Operand;
import io.calque.lync.cmdlet.UserIdentity;
import io.calque.remoting.clixml.CliXml;
import io.calque.remoting.psrp.ErrorRecord;
import io.calque.remoting.psrp.PipelineEvent;
import io.calque.remoting.session.Call;
import io.calque.remoting.session.Outcome;
import io.calque.remoting.session.Session;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One write for many users in one pipeline: the server takes the users one after the other from its input, so that a thousand grants cost
 * one round trip and not a thousand. The cmdlet shows each user that it has written ({@code -PassThru}), and each error names the user that
 * it is about; that is how every user gets a fate of its own. What the server says of nobody in particular is never put down to somebody.
 */
public final class ManyUsers {
    private ManyUsers() {}

    /**
     * Writes and waits for the end. Nothing is ever sent twice.
     *
     * @param write a cmdlet that takes users from the pipeline and shows them, such as {@code UserCmdlets.grantFed}
     * @param users whom to write to, each once
     * @param patience how long all of it may take before it is stopped
     * @return the fate of each user, in the given order
     */
    public static Map<UserIdentity, Fate> write(
            Session session, Cmdlet write, List<UserIdentity> users, Duration patience) {
        Cmdlet shown = write.with("PassThru", Operand.of(true)).with("Confirm", Operand.of(false));
        Call call = Call.of(LiveCommand.of(shown))
                .withInput(users.stream().map(user -> CliXml.of(user.text())).iterator())
                .within(patience);
        Attribution attribution = new Attribution(users);
        Outcome outcome = session.run(call, event -> {
            switch (event) {
                case PipelineEvent.Output(CliXml value) -> attribution.shown(value);
                case PipelineEvent.NonTerminatingError(ErrorRecord error) -> attribution.error(error);
                case PipelineEvent.Remark _,
                        PipelineEvent.Progress _,
                        PipelineEvent.Information _,
                        PipelineEvent.HostCall _,
                        PipelineEvent.StateChanged _ -> {}
            }
        });
        return attribution.end(outcome);
    }
}
