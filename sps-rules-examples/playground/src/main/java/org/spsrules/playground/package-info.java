/** The page on which people try patients and rules. */
@NullMarked
package org.spsrules.playground;

import org.jspecify.annotations.NullMarked;
