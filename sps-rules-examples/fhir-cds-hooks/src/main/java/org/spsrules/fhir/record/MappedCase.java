package org.spsrules.fhir.record;

import java.util.List;
import org.spsrules.PatientCase;

/**
 * A case made from a record. Quotes the record, so treat it as patient data.
 *
 * @param patientCase the case
 * @param sources for each fact the resource that states it
 * @param unused everything in the record that was not used, or not as it stands
 */
public record MappedCase(PatientCase patientCase, List<FactSource> sources, List<Unused> unused) {

    /** Copies the lists. */
    public MappedCase {
        sources = List.copyOf(sources);
        unused = List.copyOf(unused);
    }
}
