package org.spsrules.internal.knowledge;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.spsrules.internal.knowledge.ReportFinding.Role;
import org.spsrules.internal.knowledge.RuleFolder.Kind;
import org.spsrules.internal.rule.Rule;
import org.spsrules.vocabulary.Concept;
import org.spsrules.vocabulary.Vocabulary;

/**
 * A knowledge base as data. The compiled rules that Drools runs come from the same files; {@code contentHash} ties the
 * two together.
 *
 * @param version version of the knowledge base
 * @param contentHash SHA-256 over the sorted rule, vocabulary and source files, in hexadecimal
 * @param folders the rule folders in the order in which a report shows them, most urgent first
 * @param findings the findings that a report reads by itself
 * @param precedence what outranks what, of one drug, strongest first
 * @param notes what stands under every report
 * @param rules all rules, by id
 * @param concepts what rules may name
 * @param unlisted drugs that only cases name, each known by its classes
 */
public record Knowledge(
        String version,
        String contentHash,
        List<RuleFolder> folders,
        List<ReportFinding> findings,
        List<PrecedenceRow> precedence,
        List<Note> notes,
        List<Rule> rules,
        List<Concept> concepts,
        List<Concept> unlisted,
        List<LadderStep> ladder,
        List<ContraindicationRow> contraindications,
        List<InteractionRow> interactions,
        List<KinshipRow> kinship,
        List<ReactionRow> reactions,
        List<TherapyNote> therapyNotes,
        List<DoseRow> dosing,
        List<RegimenRow> regimens,
        List<PlausibilityRow> plausibility,
        List<RulebookEntry> rulebook,
        List<Source> sources,
        List<Statement> statements,
        List<EvidenceGrade> grades,
        List<Reference> references) {

    /** The kind of a folder; {@link Kind#TREATMENT} if there is no such folder. */
    public Kind kindOf(String folder) {
        return folders.stream()
                .filter(known -> known.name().equals(folder))
                .map(RuleFolder::kind)
                .findFirst()
                .orElse(Kind.TREATMENT);
    }

    /** The code of the finding that a report reads for something, if one is declared. */
    public Optional<String> finding(Role role) {
        return findings.stream()
                .filter(finding -> finding.role() == role)
                .map(ReportFinding::code)
                .findFirst();
    }

    /** The terms that cases may use. */
    public Vocabulary vocabulary() {
        return new Vocabulary(concepts, unlisted);
    }

    /** The same knowledge, under another version and with one sentence more before the status that every report shows. */
    public Knowledge marked(String otherVersion, String sentence) {
        Note status = notes.stream()
                .findFirst()
                .map(note -> new Note(sentence + " " + note.text(), note.sources()))
                .orElseGet(() -> new Note(sentence, List.of()));
        return new Knowledge(
                otherVersion,
                contentHash,
                folders,
                findings,
                precedence,
                Stream.concat(Stream.of(status), notes.stream().skip(1)).toList(),
                rules,
                concepts,
                unlisted,
                ladder,
                contraindications,
                interactions,
                kinship,
                reactions,
                therapyNotes,
                dosing,
                regimens,
                plausibility,
                rulebook,
                sources,
                statements,
                grades,
                references);
    }
}
