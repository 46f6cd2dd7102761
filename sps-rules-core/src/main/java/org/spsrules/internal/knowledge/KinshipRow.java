package org.spsrules.internal.knowledge;

import java.util.List;

/**
 * A class whose members share what an allergy or a grave reaction is directed against (D-58): the ingredient, or enough
 * of it to react alike.
 *
 * @param therapyClass code of the class
 * @param level what follows for the other members from an allergy or a grave reaction to one
 * @param verified where it was read; what was read nowhere is shown as unverified
 * @param reason a sentence for the clinician
 * @param sources ids of the statements that it rests on
 */
public record KinshipRow(
        String therapyClass,
        ContraindicationRow.Level level,
        List<Reading> verified,
        String reason,
        List<String> sources) {}
