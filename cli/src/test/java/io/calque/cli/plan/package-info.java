/** Tests of plans as text. */
@NullMarked
package io.calque.cli.plan;

import org.jspecify.annotations.NullMarked;
