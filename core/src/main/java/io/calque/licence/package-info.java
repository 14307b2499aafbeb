/** Licences, rights, and the profiles that say which right needs which licence. */
@NullMarked
package io.calque.licence;

import org.jspecify.annotations.NullMarked;
