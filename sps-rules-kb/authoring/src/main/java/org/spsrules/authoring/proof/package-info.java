/** What scenarios prove of rules: which conditions they have seen true and false, and which faults they would notice. */
@NullMarked
package org.spsrules.authoring.proof;

import org.jspecify.annotations.NullMarked;
