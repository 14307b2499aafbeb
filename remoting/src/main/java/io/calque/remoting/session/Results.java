package io.calque.remoting.session;

import io.calque.remoting.clixml.CliXml;
import io.calque.remoting.psrp.ErrorRecord;
import io.calque.remoting.psrp.PipelineEvent;
import java.util.List;

/**
 * What a pipeline brought forth, stream by stream, each in the server's order.
 *
 * @param output the objects; none when a watcher took them
 * @param errors the errors after which it went on
 * @param remarks warnings, verbose and debug lines
 * @param progress how far it was, again and again
 * @param information records of the information stream
 * @param hostCalls what the server wanted of the host and did not get
 */
public record Results(
        List<CliXml> output,
        List<ErrorRecord> errors,
        List<PipelineEvent.Remark> remarks,
        List<PipelineEvent.Progress> progress,
        List<PipelineEvent.Information> information,
        List<PipelineEvent.HostCall> hostCalls) {

    /** Nothing at all. */
    public static final Results NONE = new Results(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    public Results {
        output = List.copyOf(output);
        errors = List.copyOf(errors);
        remarks = List.copyOf(remarks);
        progress = List.copyOf(progress);
        information = List.copyOf(information);
        hostCalls = List.copyOf(hostCalls);
    }
}
