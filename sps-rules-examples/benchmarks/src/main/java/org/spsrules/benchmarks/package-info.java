/** What an answer costs. */
@NullMarked
package org.spsrules.benchmarks;

import org.jspecify.annotations.NullMarked;
