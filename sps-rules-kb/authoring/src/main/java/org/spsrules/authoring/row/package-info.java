/**
 * The rows of the knowledge base that rules can be about, and the rules that become of one rule for each of them. Nothing
 * of this is left at run time.
 */
@NullMarked
package org.spsrules.authoring.row;

import org.jspecify.annotations.NullMarked;
