/** Suggestions for misspelt words. */
@NullMarked
package org.spsrules.internal.spelling;

import org.jspecify.annotations.NullMarked;
