package org.spsrules.internal.report;

import java.util.List;
import org.spsrules.Report.Basis;
import org.spsrules.Report.Obstacle;
import org.spsrules.internal.knowledge.ContraindicationRow;
import org.spsrules.internal.rule.Match;

/**
 * What a rule advises.
 *
 * @param match the rule
 * @param basis why it applies
 * @param obstacles what stands against it or calls for care
 * @param notExcluded the conditions that have to be excluded before
 * @param first codes of what comes first and is not done
 */
record Advice(
        Match match,
        Basis basis,
        List<Obstacle> obstacles,
        List<ContraindicationRow> notExcluded,
        List<String> first) {}
