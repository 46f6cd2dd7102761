/**
 * FHIR R4 resources of a patient to a {@link org.spsrules.PatientCase}. Nothing is dropped in silence: what is not used is
 * listed with the reason.
 */
@NullMarked
package org.spsrules.fhir.record;

import org.jspecify.annotations.NullMarked;
