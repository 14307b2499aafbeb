/** What the tests of several modules share; never shipped. */
@NullMarked
package io.calque.testing;

import org.jspecify.annotations.NullMarked;
