/** People from LDIF files. */
@NullMarked
package io.calque.directory.ldif;

import org.jspecify.annotations.NullMarked;
