/** What the server has stored about people in the directory's attributes. */
@NullMarked
package io.calque.directory.observe;

import org.jspecify.annotations.NullMarked;
