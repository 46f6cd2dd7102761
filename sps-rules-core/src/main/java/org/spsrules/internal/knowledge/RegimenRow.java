package org.spsrules.internal.knowledge;

import java.util.List;

/**
 * A way of dosing other than the usual one, for the patients who need it (D-44, D-45).
 *
 * @param regimen the figures that go with it
 * @param finding code of the finding that a patient needs it
 * @param dose the words that take the place of those of a rule on the usual dose
 * @param caution why this patient needs it, in a sentence for the clinician
 * @param verified where it was read; what was read nowhere is shown as unverified
 * @param sources ids of the statements that it rests on
 */
public record RegimenRow(
        DoseRow.Regimen regimen,
        String finding,
        String dose,
        String caution,
        List<Reading> verified,
        List<String> sources) {}
