/** Passwords and other secrets, held so that they can't be printed by mistake. */
@NullMarked
package io.calque.security.secret;

import org.jspecify.annotations.NullMarked;
