/** LDAP messages as the bytes that they came as, for reads of a million entries, where objects for each would cost more than the read. */
@NullMarked
package io.calque.directory.wire;

import org.jspecify.annotations.NullMarked;
