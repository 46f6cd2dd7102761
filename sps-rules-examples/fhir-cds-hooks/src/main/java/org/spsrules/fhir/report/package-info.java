/** A {@link org.spsrules.Report} as FHIR R4 resources, none of which orders a drug. */
@NullMarked
package org.spsrules.fhir.report;

import org.jspecify.annotations.NullMarked;
