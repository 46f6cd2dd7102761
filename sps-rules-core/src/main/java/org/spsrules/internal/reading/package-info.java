/** What a knowledge base reads of a case, and what of a case it does not. */
@NullMarked
package org.spsrules.internal.reading;

import org.jspecify.annotations.NullMarked;
