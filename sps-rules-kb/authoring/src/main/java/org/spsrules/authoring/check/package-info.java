/** The check of a parsed rule against the fact model, the vocabulary and the sources. */
@NullMarked
package org.spsrules.authoring.check;

import org.jspecify.annotations.NullMarked;
