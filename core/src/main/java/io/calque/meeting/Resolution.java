package io.calque.meeting;

/** How fine video is: the values of MaxVideoConferenceResolution, the lowest first. */
public enum Resolution {
    /** 352 by 288 points. */
    CIF,
    /** 640 by 480 points. */
    VGA;

    /** The word that the product and files use. */
    public String word() {
        return name();
    }
}
