package io.calque.audit;

/** Is told of people one by one while they are audited, so that a million of them need no room. */
public interface AuditListener {
    /** Listens to nothing. */
    AuditListener SILENT = new AuditListener() {};

    /** Somebody has a right without the licence that it needs; once for each licence that is lacking. */
    default void excess(Excess excess) {}

    /** Somebody holds a licence that nothing the server gives that person needs. */
    default void unused(Unused unused) {}
}
