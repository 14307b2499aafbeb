/** The licence position: owned, held and needed, and why; counted by what the effective policies give, never by grants. */
@NullMarked
package io.calque.audit;

import org.jspecify.annotations.NullMarked;
