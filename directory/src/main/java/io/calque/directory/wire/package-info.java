/**
 * LDAP messages as the bytes that they came as. This package exists for speed alone: for reads of a million entries, where objects for each
 * would cost more than the read. docs/decisions/0050 says when to go back to the library's entries.
 */
@NullMarked
package io.calque.directory.wire;

import org.jspecify.annotations.NullMarked;
