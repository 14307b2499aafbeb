package io.calque.lync.live;

import io.calque.diagnostic.Finding;

/** What came of a write to one user, as far as it is known. Only {@link Done} says that it was done. */
public sealed interface Fate {

    /** The server showed the user after the write. */
    record Done() implements Fate {}

    /** The server named this user and said why not. */
    record Refused(Finding finding) implements Fate {}

    /** The server never came to this user: it can be tried again. */
    record NotTried(String reason) implements Fate {}

    /** It may or may not have been done: read the user before anything is done again. */
    record Unknown(String reason) implements Fate {}
}
