/** From statement to rule and back: what carries each statement of the sources, and what is carried by nothing. */
@NullMarked
package org.spsrules.authoring.trace;

import org.jspecify.annotations.NullMarked;
