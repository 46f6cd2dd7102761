package org.spsrules.knowledge;

import java.util.List;

/**
 * A knowledge base as data. The compiled rules that Drools runs come from the same files; {@code contentHash} ties the
 * two together.
 *
 * @param version version of the knowledge base
 * @param contentHash SHA-256 over the sorted rule, vocabulary and source files, in hexadecimal
 * @param folders the rule folders in the order in which a report shows them, most urgent first
 * @param notes what stands under every report
 * @param rules all rules, by id
 */
public record Knowledge(
        String version,
        String contentHash,
        List<String> folders,
        List<Note> notes,
        List<Rule> rules,
        List<Concept> concepts,
        List<LadderStep> ladder,
        List<ContraindicationRow> contraindications,
        List<InteractionRow> interactions,
        List<TherapyNote> therapyNotes,
        List<DoseRow> dosing,
        List<RulebookEntry> rulebook,
        List<Source> sources,
        List<Statement> statements,
        List<EvidenceGrade> grades,
        List<Reference> references) {}
