/**
 * The reference evaluator: a second, independent reading of the rules that says which conditions were met by what.
 */
@NullMarked
package org.spsrules.explain;

import org.jspecify.annotations.NullMarked;
