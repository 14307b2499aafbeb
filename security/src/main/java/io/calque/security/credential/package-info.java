/** Which secret may go to which server: the user's own decision, kept outside every workspace. */
@NullMarked
package io.calque.security.credential;

import org.jspecify.annotations.NullMarked;
