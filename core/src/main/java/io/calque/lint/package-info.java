/** What is wrong or unwise in a workspace: one class a rule, and the proof that policies give no more than licences allow. */
@NullMarked
package io.calque.lint;

import org.jspecify.annotations.NullMarked;
