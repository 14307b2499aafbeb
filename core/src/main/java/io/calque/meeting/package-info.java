/** Who can do what in a session: two people, ad-hoc meetings, scheduled meetings, gate by gate. */
@NullMarked
package io.calque.meeting;

import org.jspecify.annotations.NullMarked;
