/** The workspace: policies as code, read from a folder's files with every fault told at its place. */
@NullMarked
package io.calque.workspace;

import org.jspecify.annotations.NullMarked;
