package io.calque.remoting.session;

import io.calque.remoting.clixml.CliXml;
import io.calque.remoting.psrp.ErrorRecord;
import io.calque.remoting.psrp.PipelineEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Gathers what a pipeline brings forth. */
final class Collector {
    private final @Nullable Consumer<PipelineEvent> watcher;
    private final List<CliXml> output = new ArrayList<>();
    private final List<ErrorRecord> errors = new ArrayList<>();
    private final List<PipelineEvent.Remark> remarks = new ArrayList<>();
    private final List<PipelineEvent.Progress> progress = new ArrayList<>();
    private final List<PipelineEvent.Information> information = new ArrayList<>();
    private final List<PipelineEvent.HostCall> hostCalls = new ArrayList<>();

    Collector(@Nullable Consumer<PipelineEvent> watcher) {
        this.watcher = watcher;
    }

    void take(PipelineEvent event) {
        switch (event) {
            case PipelineEvent.Output(CliXml value) -> {
                if (watcher == null) {
                    output.add(value);
                }
            }
            case PipelineEvent.NonTerminatingError(ErrorRecord error) -> errors.add(error);
            case PipelineEvent.Remark remark -> remarks.add(remark);
            case PipelineEvent.Progress step -> progress.add(step);
            case PipelineEvent.Information record -> information.add(record);
            case PipelineEvent.HostCall call -> hostCalls.add(call);
            case PipelineEvent.StateChanged _ -> {
                // The pipeline itself remembers its state.
            }
        }
        if (watcher != null) {
            watcher.accept(event);
        }
    }

    Results results() {
        return new Results(output, errors, remarks, progress, information, hostCalls);
    }
}
