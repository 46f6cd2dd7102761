package org.spsrules.authoring.lint;

import org.spsrules.authoring.diagnostic.Diagnostics;

/** Looks for one kind of mistake. */
@FunctionalInterface
interface Check {

    /** Reports what it finds. */
    void run(Subject subject, Diagnostics diagnostics);
}
