package org.spsrules.authoring;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spsrules.Dose;
import org.spsrules.authoring.DataReader.Placed;
import org.spsrules.knowledge.Concept;
import org.spsrules.knowledge.ContraindicationRow;
import org.spsrules.knowledge.DoseRow;
import org.spsrules.knowledge.InteractionRow;
import org.spsrules.knowledge.LadderStep;
import org.spsrules.knowledge.Suggestion;
import org.spsrules.knowledge.TherapyNote;
import org.spsrules.knowledge.Vocabulary;

/** Checks that the vocabulary and the sources name only what exists, and everything once. */
final class DataCheck {

    private final DataReader data;
    private final Diagnostics diagnostics;
    private final Set<String> codes;
    private final Set<String> statementIds;

    DataCheck(DataReader data, Diagnostics diagnostics) {
        this.data = data;
        this.diagnostics = diagnostics;
        this.codes = data.concepts.stream().map(placed -> placed.value().code()).collect(Collectors.toSet());
        this.statementIds =
                data.statements.stream().map(placed -> placed.value().id()).collect(Collectors.toSet());
    }

    void run() {
        unique("code", data.concepts, concept -> concept.code());
        unique("id", data.statements, statement -> statement.id());
        unique("code", data.grades, grade -> grade.code());
        unique("id", data.references, reference -> reference.id());
        unique("code", data.sources, source -> source.code());
        names();
        Set<String> referenceIds =
                data.references.stream().map(placed -> placed.value().id()).collect(Collectors.toSet());
        Set<String> sourceCodes =
                data.sources.stream().map(placed -> placed.value().code()).collect(Collectors.toSet());
        for (Placed<Concept> concept : data.concepts) {
            known(concept, "concept", concept.value().parents(), codes);
            known(concept, "statement", concept.value().sources(), statementIds);
            doseUnits(concept);
        }
        for (Placed<LadderStep> step : data.ladder) {
            known(step, "concept", step.value().therapies(), codes);
            known(step, "concept", step.value().enteredBy(), codes);
            known(step, "source", step.value().numbered().keySet(), sourceCodes);
        }
        for (Placed<ContraindicationRow> row : data.contraindications) {
            known(row, "concept", List.of(row.value().therapy(), row.value().condition()), codes);
            known(row, "statement", row.value().sources(), statementIds);
        }
        for (Placed<InteractionRow> row : data.interactions) {
            therapy(row, row.value().therapy());
            therapy(row, row.value().with());
            known(row, "statement", row.value().sources(), statementIds);
        }
        for (Placed<TherapyNote> note : data.therapyNotes) {
            therapy(note, note.value().therapy());
            known(note, "statement", note.value().note().sources(), statementIds);
        }
        for (Placed<DoseRow> row : data.dosing) {
            therapy(row, row.value().therapy());
            known(row, "statement", row.value().sources(), statementIds);
            if (row.value().from().compareTo(row.value().to()) > 0) {
                fail(row, "wrong-range", "from is more than to");
            }
        }
        data.rulebook.forEach(
                entry -> known(entry, "statement", entry.value().note().sources(), statementIds));
        data.notes.forEach(note -> known(note, "statement", note.value().sources(), statementIds));
        data.statements.forEach(statement -> {
            known(statement, "reference", statement.value().references(), referenceIds);
            known(statement, "source", List.of(statement.value().source()), sourceCodes);
        });
    }

    private void therapy(Placed<?> entry, String code) {
        known(entry, "concept", List.of(code), codes);
        data.concepts.stream()
                .map(Placed::value)
                .filter(concept -> concept.code().equals(code))
                .filter(concept -> !Vocabulary.therapies().contains(concept.kind()))
                .forEach(concept -> fail(
                        entry, "wrong-kind", code + " is a " + concept.kind().word() + "; here stands a therapy"));
    }

    private void doseUnits(Placed<Concept> concept) {
        if (concept.value().kind() == Concept.Kind.THERAPY) {
            for (String unit : concept.value().units()) {
                try {
                    Dose.parse("1 " + unit);
                } catch (IllegalArgumentException e) {
                    fail(concept, "unknown-unit", String.valueOf(e.getMessage()));
                }
            }
        }
    }

    private <T> void unique(String what, List<Placed<T>> entries, java.util.function.Function<T, String> key) {
        Map<String, Placed<T>> seen = new HashMap<>();
        for (Placed<T> entry : entries) {
            Placed<T> other = seen.putIfAbsent(key.apply(entry.value()), entry);
            if (other != null) {
                fail(
                        entry,
                        "duplicate",
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
                                    "duplicate",
                                    "\"" + name + "\" stands for "
                                            + other.value().code() + " already");
                        }
                    });
        }
    }

    private void known(Placed<?> entry, String what, Collection<String> named, Set<String> existing) {
        for (String name : named) {
            if (!existing.contains(name)) {
                fail(
                        entry,
                        "unknown-" + what,
                        "there is no " + what + " " + name + Suggestion.didYouMean(name, existing));
            }
        }
    }

    private void fail(Placed<?> entry, String code, String message) {
        diagnostics.add(entry.file(), entry.position().line(), entry.position().column(), code, message);
    }
}
