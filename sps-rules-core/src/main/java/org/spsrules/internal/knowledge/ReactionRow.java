package org.spsrules.internal.knowledge;

import java.util.List;

/**
 * A side effect that stands against giving again what has caused it, whatever was tolerated (D-58).
 *
 * @param sideEffect code of the side effect, or of a group of them
 * @param level what follows
 * @param kin whether it reaches the kin of the therapy, as an allergy does
 * @param verified where it was read; what was read nowhere is shown as unverified
 * @param reason a sentence for the clinician
 * @param sources ids of the statements that it rests on
 */
public record ReactionRow(
        String sideEffect,
        ContraindicationRow.Level level,
        boolean kin,
        List<Reading> verified,
        String reason,
        List<String> sources) {}
