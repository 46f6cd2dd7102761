/** Reports on patients as a page. */
@NullMarked
package org.spsrules.pages.report;

import org.jspecify.annotations.NullMarked;
