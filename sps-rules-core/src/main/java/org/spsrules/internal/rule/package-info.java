/** A rule as a tree: conditions, patterns, constraints, and the sentence that it says. */
@NullMarked
package org.spsrules.internal.rule;

import org.jspecify.annotations.NullMarked;
