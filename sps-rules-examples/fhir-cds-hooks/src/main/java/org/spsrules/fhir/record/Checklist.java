package org.spsrules.fhir.record;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.spsrules.PatientCaseBuilder;
import org.spsrules.vocabulary.OtherTerm;
import org.spsrules.vocabulary.Vocabulary;

/** A list of the case while a record is read. Not thread-safe. */
final class Checklist {

    /** The lists of a case. */
    enum Kind {
        SYMPTOMS(
                "symptoms",
                PatientCaseBuilder::symptoms,
                PatientCaseBuilder::noSymptoms,
                PatientCaseBuilder::severeSymptoms),
        TRIGGERS(
                "triggers",
                PatientCaseBuilder::triggers,
                PatientCaseBuilder::noTriggers,
                PatientCaseBuilder::severeTriggers),
        CONDITIONS(
                "conditions",
                PatientCaseBuilder::conditions,
                PatientCaseBuilder::noConditions,
                PatientCaseBuilder::severeConditions),
        ALLERGIES(
                "allergies",
                PatientCaseBuilder::allergies,
                PatientCaseBuilder::noAllergies,
                PatientCaseBuilder::severeAllergies);

        private final String field;
        private final Setter present;
        private final Setter absent;
        private final Setter severe;

        Kind(String field, Setter present, Setter absent, Setter severe) {
            this.field = field;
            this.present = present;
            this.absent = absent;
            this.severe = severe;
        }
    }

    /** How a builder takes terms. */
    private interface Setter {
        PatientCaseBuilder set(PatientCaseBuilder builder, Collection<String> terms);
    }

    private final Kind kind;
    private static final int MOST = 1000;

    private final Map<String, String> present = new TreeMap<>();
    private final Map<String, String> absent = new TreeMap<>();
    private final Map<String, String> severe = new TreeMap<>();

    Checklist(Kind kind) {
        this.kind = kind;
    }

    void present(String term, String reference) {
        present.putIfAbsent(term, reference);
    }

    void absent(String term, String reference) {
        absent.putIfAbsent(term, reference);
    }

    /** What is severe is present. */
    void severe(String term, String reference) {
        present(term, reference);
        severe.putIfAbsent(term, reference);
    }

    /** Leaves out what is said to be absent and is present, or a kind of it: what is present counts. */
    void settle(Vocabulary vocabulary, Leftovers leftovers) {
        Map.copyOf(absent)
                .forEach((term, reference) -> present.keySet().stream()
                        .filter(code -> vocabulary.isA(code, term))
                        .findFirst()
                        .ifPresent(code -> {
                            absent.remove(term);
                            leftovers.add(
                                    reference,
                                    vocabulary.nameOf(term),
                                    "it is said to be absent, but " + present.get(code) + " says that "
                                            + vocabulary.nameOf(code) + " is present, which counts");
                        }));
        shorten(present, leftovers);
        shorten(absent, leftovers);
        severe.keySet().retainAll(present.keySet());
    }

    /** Leaves out what is too much for a case, first of all what no rule reads. */
    private static void shorten(Map<String, String> terms, Leftovers leftovers) {
        List<String> mostKnownFirst = terms.keySet().stream()
                .sorted(Comparator.comparing(OtherTerm::is))
                .toList();
        mostKnownFirst.stream()
                .skip(MOST)
                .forEach(term -> leftovers.add(
                        Optional.ofNullable(terms.remove(term)).orElseThrow(),
                        "a term of a list",
                        "a case holds " + MOST + " of them; those that the vocabulary knows come first"));
    }

    void addTo(PatientCaseBuilder builder) {
        kind.present.set(builder, present.keySet());
        kind.absent.set(builder, absent.keySet());
        kind.severe.set(builder, severe.keySet());
    }

    /** The facts and the resources that state them. */
    void addTo(Sources sources) {
        present.forEach((term, reference) -> sources.add(kind.field + ".present: " + term, reference));
        severe.forEach((term, reference) -> sources.add(kind.field + ".severe: " + term, reference));
        absent.forEach((term, reference) -> sources.add(kind.field + ".absent: " + term, reference));
    }
}
