/** Files that are written whole or not at all, and files that nobody but their owner may read. */
@NullMarked
package io.calque.security.file;

import org.jspecify.annotations.NullMarked;
