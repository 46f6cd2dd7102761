package org.spsrules.workbench;

import java.util.List;
import java.util.function.Supplier;
import org.spsrules.OpenQuestion;
import org.spsrules.PatientCase;
import org.spsrules.Report;

/** Takes reports, one for each case and in order, and shows them. */
interface Reports {

    /**
     * Shows the report of a case.
     *
     * @param name what to call the case
     * @param patientCase the case, as it was read
     * @param questions finds what is not known and would change it most; asked only if there is room for the answer
     */
    void show(String name, PatientCase patientCase, Report report, Supplier<List<OpenQuestion>> questions);

    /** Passes over a case that has no report. */
    default void passOver() {}

    /** Shows what comes after the last report. */
    default void end() {}
}
