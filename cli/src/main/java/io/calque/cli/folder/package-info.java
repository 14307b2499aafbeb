/** Workspaces as folders: reading their files, making new ones, writing files whole. */
@NullMarked
package io.calque.cli.folder;

import org.jspecify.annotations.NullMarked;
