package io.calque.directory.copy;

/** A kept copy is not whole, or was written by another version. There is nothing to mend: it is read anew. */
public final class DamagedCopyException extends Exception {
    private static final long serialVersionUID = 1L;

    DamagedCopyException(String message) {
        super(message);
    }
}
