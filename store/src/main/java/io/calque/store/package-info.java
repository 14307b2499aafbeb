/** What must outlive a run: the journal and the runs. */
@NullMarked
package io.calque.store;

import org.jspecify.annotations.NullMarked;
