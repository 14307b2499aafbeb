/** Where a workspace's people and its server's state come from. */
@NullMarked
package io.calque.engine.source;

import org.jspecify.annotations.NullMarked;
