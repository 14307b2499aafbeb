/** Numbers and amounts as people read them. */
@NullMarked
package io.calque.report.text;

import org.jspecify.annotations.NullMarked;
