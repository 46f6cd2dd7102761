package org.spsrules.internal.rule;

import java.util.List;

/**
 * A rule as its author wrote it, parsed.
 *
 * @param id folder, with the rooms in it, and file name without ending, for example {@code first-line/start-diazepam}
 * @param title the imperative sentence that names it
 * @param sources ids of the statements that it rests on
 * @param grades codes of the evidence grades behind it
 * @param reviewed who reviewed it clinically and when, or {@code none}
 * @param conditions what must hold, all of it
 * @param then what follows
 * @param stratum how many layers of conclusions it waits for; 0 reads only facts of the case
 */
public record Rule(
        String id,
        String title,
        List<String> sources,
        List<String> grades,
        String reviewed,
        List<Condition> conditions,
        Sentence then,
        int stratum) {

    /** The folder of the rule, for example {@code first-line}; that of {@code appraisal/closing/tried} is appraisal. */
    public String folder() {
        return id.substring(0, id.indexOf('/'));
    }

    /** Every pattern of its conditions, also inside groups. */
    public List<Pattern> patterns() {
        return conditions.stream()
                .flatMap(condition -> condition.patterns().stream())
                .toList();
    }
}
