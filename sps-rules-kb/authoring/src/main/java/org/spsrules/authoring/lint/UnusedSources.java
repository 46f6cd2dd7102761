package org.spsrules.authoring.lint;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.diagnostic.LintCode;
import org.spsrules.authoring.diagnostic.Location;
import org.spsrules.authoring.trace.Readings;
import org.spsrules.internal.knowledge.ContraindicationRow;
import org.spsrules.internal.knowledge.DoseRow;
import org.spsrules.internal.knowledge.EvidenceGrade;
import org.spsrules.internal.knowledge.InteractionRow;
import org.spsrules.internal.knowledge.KinshipRow;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.knowledge.LadderStep;
import org.spsrules.internal.knowledge.Note;
import org.spsrules.internal.knowledge.PlausibilityRow;
import org.spsrules.internal.knowledge.ReactionRow;
import org.spsrules.internal.knowledge.Reading;
import org.spsrules.internal.knowledge.Reference;
import org.spsrules.internal.knowledge.RegimenRow;
import org.spsrules.internal.knowledge.Source;
import org.spsrules.internal.knowledge.Statement;
import org.spsrules.internal.rule.Rule;
import org.spsrules.vocabulary.Concept;

/** Every source, publication and grade of evidence is behind something. */
final class UnusedSources implements Check {

    @Override
    public void run(Subject subject, Diagnostics diagnostics) {
        Knowledge knowledge = subject.knowledge();
        Set<String> references = all(Stream.concat(
                knowledge.statements().stream().map(Statement::references),
                Readings.of(knowledge).all().stream()
                        .map(read ->
                                read.readings().stream().map(Reading::reference).toList())));
        for (Reference reference : knowledge.references()) {
            boolean explained = subject.referenceNotes().containsKey(reference.id());
            if (!explained && !references.contains(reference.id())) {
                add(
                        subject.locations().of(reference),
                        LintCode.UNUSED_REFERENCE,
                        "nothing refers to " + reference.id() + ", and no note says what it is here for",
                        diagnostics);
            }
        }
        Set<String> grades = all(knowledge.rules().stream().map(Rule::grades));
        for (EvidenceGrade grade : knowledge.grades()) {
            if (!grades.contains(grade.code())) {
                add(
                        subject.locations().of(grade),
                        LintCode.UNUSED_EVIDENCE_GRADE,
                        "no rule has the evidence grade " + grade.code(),
                        diagnostics);
            }
        }
        Set<String> cited = cited(knowledge);
        for (Source source : knowledge.sources()) {
            if (knowledge.statements().stream()
                    .noneMatch(
                            statement -> statement.source().equals(source.code()) && cited.contains(statement.id()))) {
                add(
                        subject.locations().of(source),
                        LintCode.UNUSED_SOURCE,
                        "no statement of " + source.code() + " is cited",
                        diagnostics);
            }
        }
    }

    private static Set<String> cited(Knowledge knowledge) {
        return all(Stream.of(
                        knowledge.rules().stream().map(Rule::sources),
                        knowledge.concepts().stream().map(Concept::sources),
                        knowledge.ladder().stream().map(LadderStep::sources),
                        knowledge.contraindications().stream().map(ContraindicationRow::sources),
                        knowledge.interactions().stream().map(InteractionRow::sources),
                        knowledge.kinship().stream().map(KinshipRow::sources),
                        knowledge.reactions().stream().map(ReactionRow::sources),
                        knowledge.dosing().stream().map(DoseRow::sources),
                        knowledge.regimens().stream().map(RegimenRow::sources),
                        knowledge.plausibility().stream().map(PlausibilityRow::sources),
                        knowledge.therapyNotes().stream()
                                .map(entry -> entry.note().sources()),
                        knowledge.rulebook().stream().map(entry -> entry.note().sources()),
                        knowledge.notes().stream().map(Note::sources))
                .flatMap(lists -> lists));
    }

    private static Set<String> all(Stream<? extends Collection<String>> lists) {
        return lists.flatMap(Collection::stream).collect(Collectors.toSet());
    }

    private static void add(Location location, LintCode code, String message, Diagnostics diagnostics) {
        diagnostics.add(location, code, message);
    }
}
