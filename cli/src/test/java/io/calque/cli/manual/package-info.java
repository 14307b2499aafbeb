/** Tests of the manual. */
@NullMarked
package io.calque.cli.manual;

import org.jspecify.annotations.NullMarked;
