package org.spsrules.internal.knowledge;

import java.util.List;

/**
 * Two therapies that stand against each other, or call for care together. It holds in both directions.
 *
 * @param therapy code of a therapy or of a class
 * @param with code of the other
 * @param level what follows
 * @param verified where it was read; what was read nowhere is shown as unverified
 * @param reason a sentence for the clinician
 * @param sources ids of the statements that it rests on
 */
public record InteractionRow(
        String therapy,
        String with,
        ContraindicationRow.Level level,
        List<Reading> verified,
        String reason,
        List<String> sources) {}
