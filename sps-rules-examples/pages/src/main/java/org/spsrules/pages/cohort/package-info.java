/** The numbers of a cohort as a page. */
@NullMarked
package org.spsrules.pages.cohort;

import org.jspecify.annotations.NullMarked;
