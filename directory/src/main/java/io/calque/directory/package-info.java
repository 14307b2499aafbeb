/** People from directories: Active Directory over LDAP, LDIF. */
@NullMarked
package io.calque.directory;

import org.jspecify.annotations.NullMarked;
