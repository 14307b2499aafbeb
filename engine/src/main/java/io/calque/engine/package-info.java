/** The use cases: what can be done with a workspace and its server, whoever asks for it. Each takes a context and gives back data. */
@NullMarked
package io.calque.engine;

import org.jspecify.annotations.NullMarked;
