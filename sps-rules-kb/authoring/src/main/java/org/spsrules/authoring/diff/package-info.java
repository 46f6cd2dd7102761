/** What two knowledge bases say differently, and of which patients. */
@NullMarked
package org.spsrules.authoring.diff;

import org.jspecify.annotations.NullMarked;
