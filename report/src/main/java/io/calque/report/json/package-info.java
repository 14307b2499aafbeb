/** Answers as JSON: the one emitter, and the shapes that scripts rely on. */
@NullMarked
package io.calque.report.json;

import org.jspecify.annotations.NullMarked;
