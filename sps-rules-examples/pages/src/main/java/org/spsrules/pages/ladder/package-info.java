/** The ladder as a picture. */
@NullMarked
package org.spsrules.pages.ladder;

import org.jspecify.annotations.NullMarked;
