package io.calque.report.page;

import io.calque.audit.Imbalance;
import io.calque.audit.Position;
import java.util.List;

/** The two ways in which licences held and rights given differ. */
enum ImbalanceKind {
    EXCESS("Rights beyond the licences held", "Everybody is given only what is licensed."),
    MISSING("Licences that are not used", "Everybody is given what they hold a licence for.");

    private final String title;
    private final String none;

    ImbalanceKind(String title, String none) {
        this.title = title;
        this.none = none;
    }

    String title() {
        return title;
    }

    /** What is said where nobody is concerned. */
    String none() {
        return none;
    }

    /** The people concerned. */
    List<Imbalance> of(Position position) {
        return switch (this) {
            case EXCESS -> position.excess();
            case MISSING -> position.missing();
        };
    }
}
