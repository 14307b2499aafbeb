/** What the product knows: its versions, its policy types, and every setting with type, range, default and source. */
@NullMarked
package io.calque.catalogue;

import org.jspecify.annotations.NullMarked;
