@NullMarked
package io.calque.report.json;

import org.jspecify.annotations.NullMarked;
