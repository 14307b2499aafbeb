/** Text in, positioned trees and rows out: YAML and CSV with every fault told at its place. */
@NullMarked
package io.calque.source;

import org.jspecify.annotations.NullMarked;
