/** People as directories hold them: identity, attributes, groups; the same from LDAP, LDIF and the kept copy. */
@NullMarked
package io.calque.directory.row;

import org.jspecify.annotations.NullMarked;
