/** What must hold of every patient, whatever the rules say. */
@NullMarked
package org.spsrules.authoring.invariant;

import org.jspecify.annotations.NullMarked;
