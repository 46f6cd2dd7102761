/** Many cases at once: a stream of them evaluated in order, and what the results amount to. */
@NullMarked
package org.spsrules.cohort;

import org.jspecify.annotations.NullMarked;
