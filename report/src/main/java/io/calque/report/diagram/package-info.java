/** Decision trees as drawings: SVG and Mermaid. */
@NullMarked
package io.calque.report.diagram;

import org.jspecify.annotations.NullMarked;
