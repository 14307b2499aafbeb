package io.calque.report.ci;

import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Place;

/** A finding and its file as the build server knows it: from the folder in which the command ran, with slashes. */
record PlacedFinding(Finding finding, String file) {
    static PlacedFinding of(Finding finding, String folder) {
        Place place = finding.place();
        String prefix =
                folder.replace('\\', '/').replaceFirst("^(\\./|\\.$)", "").replaceFirst("(?<=[^/])/*$", "");
        String name = place == null ? "" : place.file().replace('\\', '/');
        return new PlacedFinding(finding, prefix.isEmpty() || name.isEmpty() ? name : prefix + "/" + name);
    }

    /** The line, from 1; 0 where there is none. */
    int line() {
        Place place = finding.place();
        return place == null ? 0 : place.line();
    }

    /** The column, from 1; 0 where there is none. */
    int column() {
        Place place = finding.place();
        return place == null ? 0 : place.column();
    }

    /** Message and remedy in one text. */
    String text() {
        return finding.help() == null ? finding.message() : finding.message() + ". " + finding.help();
    }
}
