/** Scenarios written down: reading them, and running those of a workspace as its tests. */
@NullMarked
package io.calque.scenario;

import org.jspecify.annotations.NullMarked;
