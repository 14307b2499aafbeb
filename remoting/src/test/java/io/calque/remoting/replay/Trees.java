package io.calque.remoting.replay;

import io.calque.remoting.clixml.CliXmlWriter;
import io.calque.remoting.psrp.Message;
import io.calque.remoting.psrp.Reassembly;
import java.util.List;

/** Messages as one compares them: type, destination, ids and tree; never how they were cut, or how references were numbered. */
record Trees(List<String> messages) {
    static Trees of(byte[] fragments) {
        return new Trees(of(new Reassembly(), fragments));
    }

    /** The messages that these fragments complete. */
    static List<String> of(Reassembly reassembly, byte[] fragments) {
        return reassembly.accept(fragments).stream()
                .map(Message::decode)
                .map(Trees::tree)
                .toList();
    }

    private static String tree(Message message) {
        return message.type().map(Enum::name).orElse(Integer.toHexString(message.code())) + " to "
                + message.destination() + " pool " + message.pool() + " pipeline " + message.pipeline() + " "
                + message.body().map(CliXmlWriter::write).orElse("");
    }
}
