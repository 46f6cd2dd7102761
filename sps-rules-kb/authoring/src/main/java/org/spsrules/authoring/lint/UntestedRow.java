package org.spsrules.authoring.lint;

import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.diagnostic.LintCode;
import org.spsrules.authoring.mutation.RowRemoval;
import org.spsrules.internal.knowledge.DoseRow;

/** A scenario fails without each contraindication, interaction and dose, so that none can be lost or changed unseen. */
final class UntestedRow implements Check {

    @Override
    public void run(Subject subject, Diagnostics diagnostics) {
        RowRemoval removal = new RowRemoval(subject.knowledge(), subject.scenarios());
        removal.unnoticedContraindications()
                .forEach(row -> add(row, row.therapy() + " in " + row.condition(), subject, diagnostics));
        removal.unnoticedInteractions()
                .forEach(row -> add(row, row.therapy() + " with " + row.with(), subject, diagnostics));
        removal.unnoticedDoses().forEach(row -> add(row, dose(row), subject, diagnostics));
    }

    private static String dose(DoseRow row) {
        return "the " + row.role().word() + " dose \"" + row.text() + "\" of " + row.therapy();
    }

    private static void add(Object row, String which, Subject subject, Diagnostics diagnostics) {
        diagnostics.add(
                subject.locations().of(row),
                LintCode.UNTESTED_ROW,
                "every scenario still holds without " + which + "; write one that expects what it says");
    }
}
