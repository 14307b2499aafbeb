/** Tests of files. */
@NullMarked
package io.calque.security.file;

import org.jspecify.annotations.NullMarked;
