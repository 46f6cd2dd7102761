/** Holds one engine against another, case by case, and makes a disagreement small enough to be understood. */
@NullMarked
package org.spsrules.authoring.differential;

import org.jspecify.annotations.NullMarked;
