package io.calque.lync.result;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Place;
import io.calque.remoting.clixml.CliXml;
import io.calque.remoting.clixml.CliXmlFile;
import io.calque.remoting.clixml.MalformedCliXml;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** A file that Export-Clixml wrote; what is wrong with it is a finding. */
final class ExportFile {
    private ExportFile() {}

    /**
     * Hands over the objects of a file in order.
     *
     * @param name the file's name for people
     * @throws Fault when the file can't be read or is not CLIXML; the sink may have been given objects from before the place of the fault
     */
    static void read(Path file, String name, Consumer<CliXml> sink) {
        try {
            CliXmlFile.read(file, sink);
        } catch (IOException e) {
            String reason = e instanceof NoSuchFileException ? "there is no such file" : e.toString();
            throw new Fault(Finding.of(Code.UNREADABLE_FILE, name + " can't be read: " + reason)
                    .at(Place.of(name)));
        } catch (MalformedCliXml e) {
            throw new Fault(Finding.of(Code.MALFORMED_CLIXML, e.getMessage())
                    .help(
                            "Write the file again with Export-Clixml and copy it as it is, without opening it in an editor")
                    .at(new Place(name, e.line(), e.column())));
        }
    }
}
