package io.calque.directory.change;

/** By which of the server's counts changes are followed. */
public enum Tracking {
    /** DirSync where the account may, else {@link #USN}. */
    AUTO,
    /** Update sequence numbers alone: DirSync looks like an attack to some watchers of domain controllers. */
    USN,
    /** None: everybody is read each time. */
    NONE
}
