package io.calque.workspace;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.licence.Licence;
import io.calque.licence.Licences;
import io.calque.source.NearMiss;
import io.calque.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a set of licences: a list of their ids, or one. Also for meeting scenarios. */
public final class LicencesReader {
    private final Findings findings;

    /** A reader that tells its findings there. */
    public LicencesReader(Findings findings) {
        this.findings = findings;
    }

    /** The set; empty, with findings, when something in it is no licence. */
    public Optional<Licences> read(Node node) {
        List<Node> items = node instanceof Node.Sequence sequence ? sequence.items() : List.of(node);
        List<Licence> licences = new ArrayList<>();
        boolean good = true;
        for (Node item : items) {
            Optional<Licence> licence =
                    item instanceof Node.Scalar scalar ? Licence.of(scalar.text()) : Optional.empty();
            if (licence.isPresent()) {
                licences.add(licence.get());
            } else {
                good = false;
                String text = item instanceof Node.Scalar scalar ? "'" + scalar.text() + "'" : item.kind();
                findings.add(Finding.of(Code.WRONG_SHAPE, text + " is not a licence")
                        .help(NearMiss.help(text.replace("'", ""), Licence.ids()))
                        .at(item.place()));
            }
        }
        return good ? Optional.of(Licences.of(licences)) : Optional.empty();
    }
}
