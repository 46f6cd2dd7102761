package org.spsrules.workbench;

import org.spsrules.Report;

/** Takes reports, one for each case and in order, and shows them. */
interface Reports {

    /** Shows the report of a case. */
    void show(String name, Report report);

    /** Passes over a case that has no report. */
    void passOver();

    /** Shows what comes after the last report. */
    void end();
}
