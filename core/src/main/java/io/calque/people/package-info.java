/** People as directories and lists know them, and who is meant by a name. */
@NullMarked
package io.calque.people;

import org.jspecify.annotations.NullMarked;
