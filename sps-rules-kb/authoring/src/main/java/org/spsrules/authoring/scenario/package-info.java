/** Scenarios: cases beside a rule that say what the rule, and the report as a whole, must make of them. */
@NullMarked
package org.spsrules.authoring.scenario;

import org.jspecify.annotations.NullMarked;
