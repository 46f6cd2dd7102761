package org.spsrules.io;

import org.spsrules.PatientCase;
import org.spsrules.internal.shape.CaseFields;

/**
 * Writes patient cases in the format {@value PatientCaseReader#FORMAT}. What is not stated is left out. Safe for use by
 * several threads.
 */
public final class PatientCaseWriter {

    /** The case as JSON; equal cases give the same characters, with {@code \n} at the ends of lines. */
    public String json(PatientCase patientCase) {
        return PrettyJson.of(PatientCaseReader.FORMAT, json -> FieldWriting.fields(CaseFields.PART, patientCase, json));
    }
}
