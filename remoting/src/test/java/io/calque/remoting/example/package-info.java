/** The first program of the README, compiled and run. */
@NullMarked
package io.calque.remoting.example;

import org.jspecify.annotations.NullMarked;
