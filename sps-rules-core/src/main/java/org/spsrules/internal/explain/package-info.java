/** Explanations: the reasons of an item, how near a rule came to applying, and both in words. */
@NullMarked
package org.spsrules.internal.explain;

import org.jspecify.annotations.NullMarked;
