/** The knowledge base as data: rules, ladder, rows of clinical data and sources, and the file that they travel in. */
@NullMarked
package org.spsrules.internal.knowledge;

import org.jspecify.annotations.NullMarked;
