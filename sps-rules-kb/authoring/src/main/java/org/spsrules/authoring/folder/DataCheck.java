package org.spsrules.authoring.folder;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spsrules.Dose;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.diagnostic.LintCode;
import org.spsrules.authoring.folder.DataReader.Placed;
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
import org.spsrules.internal.spelling.Suggestion;
import org.spsrules.vocabulary.Concept;
import org.spsrules.vocabulary.Vocabulary;

/** Checks that the vocabulary and the sources name only what exists, and everything once. */
final class DataCheck {

    private final DataReader data;
    private final Diagnostics diagnostics;
    private final Vocabulary vocabulary;
    private final Set<String> codes;
    private final Set<String> statementIds;
    private final Set<String> referenceIds;
    private final Set<String> sourceCodes;

    DataCheck(DataReader data, Diagnostics diagnostics) {
        this.data = data;
        this.diagnostics = diagnostics;
        this.vocabulary =
                new Vocabulary(data.concepts.stream().map(Placed::value).toList());
        this.codes = all(data.concepts, Concept::code);
        this.statementIds = all(data.statements, Statement::id);
        this.referenceIds = all(data.references, Reference::id);
        this.sourceCodes = all(data.sources, Source::code);
    }

    /** A drug that only cases name is known by its classes and by nothing else. */
    private void unlisted(Placed<Concept> drug) {
        form(drug);
        if (codes.contains(drug.value().code())) {
            fail(drug, LintCode.DUPLICATE, drug.value().code() + " stands among the concepts already");
        }
        if (drug.value().parents().isEmpty()) {
            fail(drug, LintCode.DATA_FILE, "say with is: which classes it belongs to");
        }
        for (String parent : drug.value().parents()) {
            if (vocabulary
                    .concept(parent)
                    .filter(concept -> concept.kind() == Concept.Kind.THERAPY_CLASS)
                    .isEmpty()) {
                fail(drug, LintCode.WRONG_KIND, parent + " is not a class of therapies");
            }
        }
    }

    private void codeRows() {
        Set<String> known = new HashSet<>(codes);
        data.unlisted.forEach(drug -> known.add(drug.value().code()));
        Set<String> seen = new HashSet<>();
        for (Placed<CodeRow> row : data.codes) {
            String of = row.value().of();
            if (!known.contains(of)) {
                fail(
                        row,
                        LintCode.UNKNOWN_CONCEPT,
                        "\"" + of + "\" is not in the vocabulary" + Suggestion.didYouMean(of, known));
            }
            if (!seen.add(of + " " + row.value().coding())) {
                fail(row, LintCode.DUPLICATE, row.value().coding() + " stands twice for " + of);
            }
        }
    }

    private static <T, K> Set<K> all(List<Placed<T>> entries, Function<T, K> key) {
        return entries.stream().map(Placed::value).map(key).collect(Collectors.toSet());
    }

    void run() {
        unique("code", data.concepts, concept -> concept.code());
        unique("id", data.statements, statement -> statement.id());
        unique("code", data.grades, grade -> grade.code());
        unique("id", data.references, reference -> reference.id());
        unique("code", data.sources, source -> source.code());
        names();
        for (Placed<Concept> concept : data.concepts) {
            form(concept);
            concepts(concept, concept.value().parents());
            statements(concept, concept.value().sources());
            doseUnits(concept);
            ancestry(concept);
        }
        data.unlisted.forEach(this::unlisted);
        codeRows();
        for (Placed<LadderRow> row : data.ladder) {
            LadderStep step = row.value().step();
            concepts(row, step.therapies());
            concepts(row, step.enteredBy());
            sources(row, step.numbered().keySet());
            statements(row, step.sources());
        }
        new LadderCheck(vocabulary, data.ladder, statementIds, all(data.grades, EvidenceGrade::code), diagnostics)
                .run();
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
                fail(row, LintCode.WRONG_RANGE, "from is more than to");
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
        unique("folder", data.folders, RuleFolder::name);
        for (Placed<ReportFinding> placed : data.findings) {
            String code = placed.value().code();
            known(placed, "finding", LintCode.UNKNOWN_CONCEPT, List.of(code), findings());
        }
        for (Placed<PrecedenceRow> row : data.precedence) {
            row.value()
                    .finding()
                    .ifPresent(code -> known(row, "finding", LintCode.UNKNOWN_CONCEPT, List.of(code), findings()));
        }
        PrecedenceRows.check(data.precedence, diagnostics);
        data.care
                .values()
                .forEach(placed ->
                        known(placed, "finding", LintCode.UNKNOWN_CONCEPT, List.of(placed.value()), findings()));
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
        unique("regimen", data.regimens, row -> row.regimen().word());
        for (Placed<RegimenRow> row : data.regimens) {
            known(row, "finding", LintCode.UNKNOWN_CONCEPT, List.of(row.value().finding()), findings());
            statements(row, row.value().sources());
        }
        Set<DoseRow.Regimen> called = EnumSet.of(DoseRow.Regimen.STANDARD);
        called.addAll(all(data.regimens, RegimenRow::regimen));
        for (Placed<DoseRow> row : data.dosing) {
            if (called.add(row.value().regimen())) {
                String regimen = row.value().regimen().word();
                fail(
                        row,
                        LintCode.DATA_FILE,
                        "no finding calls for a dose of a " + regimen + " regimen; write regimens: - {regimen: "
                                + regimen + ", finding: …}");
            }
        }
    }

    private Set<String> findings() {
        return data.concepts.stream()
                .map(Placed::value)
                .filter(concept -> concept.kind() == Concept.Kind.FINDING)
                .map(Concept::code)
                .collect(Collectors.toSet());
    }

    private void needed(Placed<?> entry, String what, Set<ReportFinding.Role> declared, ReportFinding.Role... roles) {
        for (ReportFinding.Role role : roles) {
            if (!declared.contains(role)) {
                fail(
                        entry,
                        LintCode.DATA_FILE,
                        what + " needs a finding for " + role.word() + "; write findings: {" + role.word() + ": …} in "
                                + KnowledgeFolder.MAIN);
            }
        }
    }

    private void statement(Placed<Statement> statement) {
        known(
                statement,
                "reference",
                LintCode.UNKNOWN_REFERENCE,
                statement.value().references(),
                referenceIds);
        if (statement.value().id().indexOf('-') > 0) {
            sources(statement, List.of(statement.value().source()));
        } else {
            fail(
                    statement,
                    LintCode.UNKNOWN_SOURCE,
                    "the id of a statement begins with the code of its source and a hyphen, as in DO-01");
        }
    }

    private void concepts(Placed<?> entry, Collection<String> named) {
        known(entry, "concept", LintCode.UNKNOWN_CONCEPT, named, codes);
    }

    private void statements(Placed<?> entry, Collection<String> named) {
        known(entry, "statement", LintCode.UNKNOWN_STATEMENT, named, statementIds);
    }

    private void sources(Placed<?> entry, Collection<String> named) {
        known(entry, "source", LintCode.UNKNOWN_SOURCE, named, sourceCodes);
    }

    private void therapy(Placed<?> entry, String code) {
        concepts(entry, List.of(code));
        vocabulary
                .concept(code)
                .map(Concept::kind)
                .filter(kind -> !Vocabulary.therapies().contains(kind))
                .ifPresent(kind ->
                        fail(entry, LintCode.WRONG_KIND, code + " is a " + kind.word() + "; here stands a therapy"));
    }

    /** Rules name a concept in quotes, and many things about it are known by its code. */
    private void form(Placed<Concept> concept) {
        String code = concept.value().code();
        if (!code.isEmpty() && !code.matches(KnowledgeFolder.CODE)) {
            fail(
                    concept,
                    LintCode.DATA_FILE,
                    "code: \"" + code + "\" is not a code; write small letters and digits with single hyphens between");
        }
    }

    private void ancestry(Placed<Concept> concept) {
        String code = concept.value().code();
        if (concept.value().parents().stream().anyMatch(parent -> vocabulary.isA(parent, code))) {
            fail(concept, LintCode.CIRCLE, code + " is a kind of itself");
        }
    }

    private void doseUnits(Placed<Concept> concept) {
        if (concept.value().kind() == Concept.Kind.THERAPY) {
            for (String unit : concept.value().units()) {
                try {
                    Dose.parse("1 " + unit);
                } catch (IllegalArgumentException e) {
                    fail(concept, LintCode.UNKNOWN_UNIT, String.valueOf(e.getMessage()));
                }
            }
        }
    }

    private <T> void unique(String what, List<Placed<T>> entries, Function<T, String> key) {
        Map<String, Placed<T>> seen = new HashMap<>();
        for (Placed<T> entry : entries) {
            Placed<T> other = seen.putIfAbsent(key.apply(entry.value()), entry);
            if (other != null) {
                fail(
                        entry,
                        LintCode.DUPLICATE,
                        "the " + what + " " + key.apply(entry.value()) + " is taken already, at " + other.file() + ":"
                                + other.position().line());
            }
        }
    }

    /** A name that stands for two concepts of a kind would make a case ambiguous. */
    private void names() {
        Map<Concept.Kind, Map<String, Placed<Concept>>> seen = new LinkedHashMap<>();
        for (Placed<Concept> placed : data.concepts) {
            Concept concept = placed.value();
            Map<String, Placed<Concept>> names = seen.computeIfAbsent(concept.kind(), kind -> new HashMap<>());
            Stream.of(List.of(concept.code(), concept.name()), concept.brands(), concept.synonyms())
                    .flatMap(List::stream)
                    .map(name -> name.toLowerCase(Locale.ROOT))
                    .distinct()
                    .forEach(name -> {
                        Placed<Concept> other = names.putIfAbsent(name, placed);
                        if (other != null) {
                            fail(
                                    placed,
                                    LintCode.DUPLICATE,
                                    "\"" + name + "\" stands for "
                                            + other.value().code() + " already");
                        }
                    });
        }
    }

    private void known(Placed<?> entry, String what, LintCode code, Collection<String> named, Set<String> existing) {
        for (String name : named) {
            if (!existing.contains(name)) {
                fail(entry, code, "there is no " + what + " " + name + Suggestion.didYouMean(name, existing));
            }
        }
    }

    private void fail(Placed<?> entry, LintCode code, String message) {
        diagnostics.add(entry.file(), entry.position(), code, message);
    }
}
