/** The terms that cases and rules may use. Immutable and safe for use by several threads. */
@NullMarked
package org.spsrules.vocabulary;

import org.jspecify.annotations.NullMarked;
