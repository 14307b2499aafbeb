@NullMarked
package io.calque.cli.demo;

import org.jspecify.annotations.NullMarked;
