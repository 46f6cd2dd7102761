/** What would have to be otherwise in a case: the smallest change that brings a therapy, and the questions worth asking. */
@NullMarked
package org.spsrules.internal.change;

import org.jspecify.annotations.NullMarked;
