package org.spsrules.authoring.folder;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.diagnostic.LintCode;
import org.spsrules.internal.knowledge.ContraindicationRow;
import org.spsrules.internal.knowledge.DoseRow;
import org.spsrules.internal.knowledge.EvidenceGrade;
import org.spsrules.internal.knowledge.InteractionRow;
import org.spsrules.internal.knowledge.KinshipRow;
import org.spsrules.internal.knowledge.LadderStep;
import org.spsrules.internal.knowledge.PlausibilityRow;
import org.spsrules.internal.knowledge.PrecedenceRow;
import org.spsrules.internal.knowledge.ReactionRow;
import org.spsrules.internal.knowledge.Reference;
import org.spsrules.internal.knowledge.RegimenRow;
import org.spsrules.internal.knowledge.ReportFinding;
import org.spsrules.internal.knowledge.RuleFolder;
import org.spsrules.internal.knowledge.Source;
import org.spsrules.internal.knowledge.Statement;
import org.spsrules.internal.knowledge.TherapyNote;
import org.spsrules.vocabulary.Concept;
import org.spsrules.vocabulary.Vocabulary;

/** Checks that the vocabulary and the sources name only what exists, and everything once. */
final class DataCheck {

    private final DataReader data;
    private final Diagnostics diagnostics;
    private final Vocabulary vocabulary;
    private final Existing concepts;
    private final Existing statements;
    private final Existing references;
    private final Existing sources;
    private final Existing grades;
    private final Existing findings;

    DataCheck(DataReader data, Diagnostics diagnostics) {
        this.data = data;
        this.diagnostics = diagnostics;
        this.vocabulary =
                new Vocabulary(data.concepts.stream().map(Placed::value).toList());
        this.concepts = new Existing("concept", LintCode.UNKNOWN_CONCEPT, all(data.concepts, Concept::code));
        this.statements = new Existing("statement", LintCode.UNKNOWN_STATEMENT, all(data.statements, Statement::id));
        this.references = new Existing("reference", LintCode.UNKNOWN_REFERENCE, all(data.references, Reference::id));
        this.sources = new Existing("source", LintCode.UNKNOWN_SOURCE, all(data.sources, Source::code));
        this.grades =
                new Existing("evidence grade", LintCode.UNKNOWN_EVIDENCE_GRADE, all(data.grades, EvidenceGrade::code));
        this.findings = new Existing(
                "finding",
                LintCode.UNKNOWN_CONCEPT,
                data.concepts.stream()
                        .map(Placed::value)
                        .filter(concept -> concept.kind() == Concept.Kind.FINDING)
                        .map(Concept::code)
                        .collect(Collectors.toSet()));
    }

    private static <T, K> Set<K> all(List<Placed<T>> entries, Function<T, K> key) {
        return entries.stream().map(Placed::value).map(key).collect(Collectors.toSet());
    }

    void run() {
        Placed.unique("code", data.concepts, Concept::code, diagnostics);
        Placed.unique("id", data.statements, Statement::id, diagnostics);
        Placed.unique("code", data.grades, EvidenceGrade::code, diagnostics);
        Placed.unique("id", data.references, Reference::id, diagnostics);
        Placed.unique("code", data.sources, Source::code, diagnostics);
        for (Placed<Concept> concept : data.concepts) {
            concepts(concept, concept.value().parents());
            statements(concept, concept.value().sources());
        }
        new ConceptCheck(data, vocabulary, diagnostics).run();
        for (Placed<LadderRow> row : data.ladder) {
            LadderStep step = row.value().step();
            concepts(row, step.therapies());
            concepts(row, step.enteredBy());
            row.names(sources, step.numbered().keySet(), diagnostics);
            statements(row, step.sources());
        }
        new LadderCheck(vocabulary, data.ladder, statements, grades, diagnostics).run();
        for (Placed<ContraindicationRow> row : data.contraindications) {
            concepts(row, List.of(row.value().therapy(), row.value().condition()));
            concepts(row, row.value().also());
            concepts(row, row.value().untested());
            row.value().exclusion().ifPresent(exclusion -> concepts(row, exclusion.by()));
            statements(row, row.value().sources());
        }
        for (Placed<InteractionRow> row : data.interactions) {
            therapy(row, row.value().therapy());
            therapy(row, row.value().with());
            statements(row, row.value().sources());
        }
        for (Placed<KinshipRow> row : data.kinship) {
            therapy(row, row.value().therapyClass());
            statements(row, row.value().sources());
        }
        for (Placed<ReactionRow> row : data.reactions) {
            concepts(row, List.of(row.value().sideEffect()));
            statements(row, row.value().sources());
        }
        for (Placed<TherapyNote> note : data.therapyNotes) {
            therapy(note, note.value().therapy());
            statements(note, note.value().note().sources());
        }
        for (Placed<DoseRow> row : data.dosing) {
            therapy(row, row.value().therapy());
            statements(row, row.value().sources());
            if (row.value().from().compareTo(row.value().to()) > 0) {
                row.fail(LintCode.WRONG_RANGE, "from is more than to", diagnostics);
            }
        }
        regimens();
        for (Placed<PlausibilityRow> row : data.plausibility) {
            concepts(row, row.value().about());
            concepts(row, row.value().with());
            statements(row, row.value().sources());
        }
        contracts();
        data.rulebook.forEach(entry -> statements(entry, entry.value().note().sources()));
        data.notes.forEach(note -> statements(note, note.value().sources()));
        data.statements.forEach(this::statement);
        new ReadingCheck(data, diagnostics).run();
    }

    /** What the report relies on: folders of known kinds, and the findings that it reads. */
    private void contracts() {
        Placed.unique("folder", data.folders, RuleFolder::name, diagnostics);
        for (Placed<ReportFinding> placed : data.findings) {
            placed.names(findings, List.of(placed.value().code()), diagnostics);
        }
        for (Placed<PrecedenceRow> row : data.precedence) {
            row.names(findings, row.value().finding().stream().toList(), diagnostics);
            concepts(row, row.value().among().stream().toList());
        }
        PrecedenceRows.check(data.precedence, diagnostics);
        data.care.values().forEach(placed -> placed.names(findings, List.of(placed.value()), diagnostics));
        Set<ReportFinding.Role> declared = all(data.findings, ReportFinding::role);
        data.folders.stream()
                .filter(folder -> folder.value().kind() == RuleFolder.Kind.LADDER)
                .findFirst()
                .ifPresent(ladder -> needed(
                        ladder,
                        "a folder of kind ladder",
                        declared,
                        ReportFinding.Role.NO_LINE,
                        ReportFinding.Role.LADDER_SUSPENDED,
                        ReportFinding.Role.ESCALATION_SUSPENDED));
    }

    /** A dose of another regimen than the usual one is shown where a finding calls for it. */
    private void regimens() {
        Placed.unique("regimen", data.regimens, row -> row.regimen().word(), diagnostics);
        for (Placed<RegimenRow> row : data.regimens) {
            row.names(findings, List.of(row.value().finding()), diagnostics);
            statements(row, row.value().sources());
        }
        Set<DoseRow.Regimen> called = EnumSet.of(DoseRow.Regimen.STANDARD);
        called.addAll(all(data.regimens, RegimenRow::regimen));
        for (Placed<DoseRow> row : data.dosing) {
            if (called.add(row.value().regimen())) {
                String regimen = row.value().regimen().word();
                row.fail(
                        LintCode.DATA_FILE,
                        "no finding calls for a dose of a " + regimen + " regimen; write regimens: - {regimen: "
                                + regimen + ", finding: …}",
                        diagnostics);
            }
        }
    }

    private void needed(Placed<?> entry, String what, Set<ReportFinding.Role> declared, ReportFinding.Role... roles) {
        for (ReportFinding.Role role : roles) {
            if (!declared.contains(role)) {
                entry.fail(
                        LintCode.DATA_FILE,
                        what + " needs a finding for " + role.word() + "; write findings: {" + role.word() + ": …} in "
                                + KnowledgeFolder.MAIN,
                        diagnostics);
            }
        }
    }

    private void statement(Placed<Statement> statement) {
        statement.names(references, statement.value().references(), diagnostics);
        if (statement.value().id().indexOf('-') > 0) {
            statement.names(sources, List.of(statement.value().source()), diagnostics);
        } else {
            statement.fail(
                    LintCode.UNKNOWN_SOURCE,
                    "the id of a statement begins with the code of its source and a hyphen, as in DO-01",
                    diagnostics);
        }
    }

    private void concepts(Placed<?> entry, Collection<String> named) {
        entry.names(concepts, named, diagnostics);
    }

    private void statements(Placed<?> entry, Collection<String> named) {
        entry.names(statements, named, diagnostics);
    }

    private void therapy(Placed<?> entry, String code) {
        concepts(entry, List.of(code));
        vocabulary
                .concept(code)
                .map(Concept::kind)
                .filter(kind -> !Vocabulary.therapies().contains(kind))
                .ifPresent(kind -> entry.fail(
                        LintCode.WRONG_KIND, code + " is a " + kind.word() + "; here stands a therapy", diagnostics));
    }
}
