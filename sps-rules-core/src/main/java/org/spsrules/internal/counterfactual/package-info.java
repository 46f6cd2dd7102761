/** Counterfactuals: the smallest change of a case that brings a therapy, and the questions worth asking. */
@NullMarked
package org.spsrules.internal.counterfactual;

import org.jspecify.annotations.NullMarked;
