package org.spsrules.internal.knowledge;

import java.util.List;
import java.util.stream.Stream;
import org.spsrules.internal.rule.Rule;
import org.spsrules.vocabulary.Concept;

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
        List<Reference> references) {

    private static final String SAFETY = "safety";

    /** The folders whose rules speak of what threatens life now: those before {@code safety}; none if there is no such. */
    public List<String> emergencyFolders() {
        return folders.subList(0, Math.max(0, folders.indexOf(SAFETY)));
    }

    /** The folders whose rules speak of danger: those of emergencies, and {@code safety}. */
    public List<String> dangerFolders() {
        return folders.subList(0, folders.indexOf(SAFETY) + 1);
    }

    /** The same knowledge, under another version and with one note more under every report. */
    public Knowledge marked(String otherVersion, Note note) {
        return new Knowledge(
                otherVersion,
                contentHash,
                folders,
                Stream.concat(notes.stream(), Stream.of(note)).toList(),
                rules,
                concepts,
                ladder,
                contraindications,
                interactions,
                therapyNotes,
                dosing,
                rulebook,
                sources,
                statements,
                grades,
                references);
    }
}
