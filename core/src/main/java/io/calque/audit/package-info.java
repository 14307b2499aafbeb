/** The licence position: which licences the effective policies need, who holds them, who has too much, what lies unused, and why. */
@NullMarked
package io.calque.audit;

import org.jspecify.annotations.NullMarked;
