/** Tests of LDIF. */
@NullMarked
package io.calque.directory.ldif;

import org.jspecify.annotations.NullMarked;
