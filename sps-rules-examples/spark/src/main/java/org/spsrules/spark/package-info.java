/** Cohorts on many machines: the same lines as the command {@code cohort} makes, by Apache Spark. */
@NullMarked
package org.spsrules.spark;

import org.jspecify.annotations.NullMarked;
