package io.calque.remoting.psrp;

import io.calque.remoting.clixml.CliXml;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something a pipeline brought forth, in the order the server sent it. */
public sealed interface PipelineEvent {

    /** An object of the output. */
    record Output(CliXml value) implements PipelineEvent {}

    /** An error after which the pipeline went on. */
    record NonTerminatingError(ErrorRecord error) implements PipelineEvent {}

    /** A line of one of the streams of text. */
    record Remark(Level level, String text) implements PipelineEvent {

        /** Which stream. */
        public enum Level {
            /** {@code Write-Warning}. */
            WARNING,
            /** {@code Write-Verbose}. */
            VERBOSE,
            /** {@code Write-Debug}. */
            DEBUG
        }
    }

    /**
     * How far it is.
     *
     * @param percent -1 when unknown
     * @param secondsLeft -1 when unknown
     */
    record Progress(
            String activity, int id, String status, String operation, int percent, int secondsLeft, boolean completed)
            implements PipelineEvent {}

    /** A record of the information stream, which {@code Write-Host} uses too. */
    record Information(CliXml data, String source, List<String> tags) implements PipelineEvent {
        public Information {
            tags = List.copyOf(tags);
        }
    }

    /**
     * The server wanted something of the host, which Calque never gives.
     *
     * @param method the name of the method
     * @param answered whether the server waits for an answer and got a refusal; false for one that is only told
     */
    record HostCall(String method, boolean answered) implements PipelineEvent {}

    /**
     * The pipeline changed its state.
     *
     * @param reason why it failed or stopped; null when it did neither or the server did not say
     */
    record StateChanged(PipelineState state, @Nullable ErrorRecord reason) implements PipelineEvent {}
}
