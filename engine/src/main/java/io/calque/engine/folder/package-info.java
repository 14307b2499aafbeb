/** Workspaces as folders: their files read, new ones made, plans and scenarios in files. */
@NullMarked
package io.calque.engine.folder;

import org.jspecify.annotations.NullMarked;
