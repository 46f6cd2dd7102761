/** The rulebook: the whole of a knowledge base as pages to read, to print and to search. */
@NullMarked
package org.spsrules.pages.rulebook;

import org.jspecify.annotations.NullMarked;
