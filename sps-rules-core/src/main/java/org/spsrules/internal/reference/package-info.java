/** The reference evaluator: a second, independent reading of the rules, and the oracle of the production engine. */
@NullMarked
package org.spsrules.internal.reference;

import org.jspecify.annotations.NullMarked;
