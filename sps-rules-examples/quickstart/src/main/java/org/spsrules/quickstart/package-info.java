/** The shortest way to an answer. */
@NullMarked
package org.spsrules.quickstart;

import org.jspecify.annotations.NullMarked;
