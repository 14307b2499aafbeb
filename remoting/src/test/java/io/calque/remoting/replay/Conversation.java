package io.calque.remoting.replay;

import io.calque.remoting.recording.Recording;
import java.util.List;

/** One recording, its envelopes parsed; exchanges without a request or an answer are left out. */
record Conversation(String name, List<Exchange> exchanges) {
    /** A request and its answer. */
    record Exchange(Envelope request, Envelope response, String responseText, int status) {}

    @Override
    public String toString() {
        return name;
    }

    /** All conversations with a PowerShell endpoint in the folder of recordings; skips the test where there is no folder. */
    static List<Conversation> all() {
        var all = Recording.all().stream()
                .filter(Recording::isPowerShell)
                .map(Conversation::of)
                .toList();
        if (all.isEmpty()) {
            throw new IllegalStateException("the folder holds no conversation with a PowerShell endpoint");
        }
        return all;
    }

    private static Conversation of(Recording recording) {
        return new Conversation(
                recording.name(),
                recording.exchanges().stream()
                        .filter(e -> !e.request().isBlank() && !e.response().isBlank())
                        .map(e -> new Exchange(
                                Envelope.parse(e.request()),
                                Envelope.parse(e.response()),
                                e.response(),
                                e.failure().orElse(200)))
                        .toList());
    }
}
