/** Tests against a real domain controller. */
@NullMarked
package io.calque.directory.samba;

import org.jspecify.annotations.NullMarked;
