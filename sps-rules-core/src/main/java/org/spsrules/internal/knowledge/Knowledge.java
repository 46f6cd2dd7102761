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
 * @param unread why terms are there that nothing reads
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
        List<UnreadNote> unread,
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

    /** The rules that conclude the finding which a report reads for something; none if none is declared. */
    public List<Rule> concluding(Role role) {
        return finding(role).stream()
                .flatMap(code -> rules.stream().filter(rule -> rule.concludes(code)))
                .toList();
    }

    /** The same knowledge, under another version and with one sentence more before the status that every report shows. */
    public Knowledge marked(String otherVersion, String sentence) {
        Note status = notes.stream()
                .findFirst()
                .map(note -> new Note(sentence + " " + note.text(), note.sources()))
                .orElseGet(() -> new Note(sentence, List.of()));
        List<Note> marked =
                Stream.concat(Stream.of(status), notes.stream().skip(1)).toList();
        return copy(otherVersion, marked, contraindications, interactions, dosing);
    }

    /** The same knowledge with other rows. */
    public Knowledge with(
            List<ContraindicationRow> otherContraindications,
            List<InteractionRow> otherInteractions,
            List<DoseRow> otherDosing) {
        return copy(version, notes, otherContraindications, otherInteractions, otherDosing);
    }

    private Knowledge copy(
            String otherVersion,
            List<Note> otherNotes,
            List<ContraindicationRow> otherContraindications,
            List<InteractionRow> otherInteractions,
            List<DoseRow> otherDosing) {
        return new Knowledge(
                otherVersion,
                contentHash,
                folders,
                findings,
                precedence,
                otherNotes,
                rules,
                concepts,
                unlisted,
                ladder,
                otherContraindications,
                otherInteractions,
                kinship,
                reactions,
                therapyNotes,
                otherDosing,
                regimens,
                plausibility,
                unread,
                rulebook,
                sources,
                statements,
                grades,
                references);
    }
}
