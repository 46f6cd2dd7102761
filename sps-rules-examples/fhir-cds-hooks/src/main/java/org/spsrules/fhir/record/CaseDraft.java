package org.spsrules.fhir.record;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.spsrules.InvalidCaseException;
import org.spsrules.PartialDate;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Diagnosis;
import org.spsrules.PatientCaseBuilder;
import org.spsrules.Problem;
import org.spsrules.vocabulary.Vocabulary;

/** A case while a record is read: every fact with the resource that states it. Not thread-safe. */
final class CaseDraft {

    private final Vocabulary vocabulary;
    private final LocalDate asOf;
    private final Map<Checklist.Kind, Checklist> checklists = new EnumMap<>(Checklist.Kind.class);
    private final Map<String, Stated> stated = new LinkedHashMap<>();
    private final Map<TermSet, Set<String>> terms = new EnumMap<>(TermSet.class);
    private final Sources sources = new Sources();
    private Optional<Diagnosis.Status> diagnosed = Optional.empty();
    final Leftovers leftovers = new Leftovers();
    final Treatments treatments;
    final Supplies supplies = new Supplies();
    final TestResults tests = new TestResults();
    final Plans plans;

    /** A fact that has one value, and who says it. */
    private record Stated(String reference, Consumer<PatientCaseBuilder> statement) {}

    CaseDraft(Vocabulary vocabulary, LocalDate asOf) {
        this.vocabulary = vocabulary;
        this.asOf = asOf;
        for (Checklist.Kind kind : Checklist.Kind.values()) {
            checklists.put(kind, new Checklist(kind));
        }
        treatments = new Treatments(leftovers, vocabulary);
        plans = new Plans(treatments, leftovers, vocabulary);
    }

    Checklist list(Checklist.Kind kind) {
        return Optional.ofNullable(checklists.get(kind)).orElseThrow();
    }

    /** States a fact that has one value; the last statement that a case can hold counts. */
    void state(String fact, String reference, Consumer<PatientCaseBuilder> statement) {
        if (holds(fact, reference, statement)) {
            stated.put(fact, new Stated(reference, statement));
        }
    }

    /**
     * Whether a case can hold a value, whatever else it says. One that it cannot hold is listed as not used: a weight of 0
     * must not cost the patient all other advice.
     */
    boolean holds(String fact, String reference, Consumer<PatientCaseBuilder> statement) {
        PatientCaseBuilder alone = PatientCase.asOf(asOf);
        try {
            statement.accept(alone);
            alone.build();
            return true;
        } catch (InvalidCaseException e) {
            leftovers.add(
                    reference, fact, e.problems().stream().map(Problem::message).collect(Collectors.joining("; ")));
            return false;
        }
    }

    /** How certain SPS is: what is confirmed outranks what is suspected, and that what is excluded. */
    void diagnosis(Diagnosis.Status status, String reference) {
        if (diagnosed.isEmpty() || rank(status) < rank(diagnosed.get())) {
            diagnosed.ifPresent(other -> leftovers.add(
                    reference, "diagnosis " + status, "another resource says " + other + "; " + status + " counts"));
            diagnosed = Optional.of(status);
            state("diagnosis.status", reference, builder -> builder.diagnosis(status));
        } else if (diagnosed.get() != status) {
            leftovers.add(
                    reference, "diagnosis " + status, "another resource says " + diagnosed.get() + ", which counts");
        }
    }

    private static int rank(Diagnosis.Status status) {
        return List.of(Diagnosis.Status.CONFIRMED, Diagnosis.Status.SUSPECTED, Diagnosis.Status.EXCLUDED)
                .indexOf(status);
    }

    void add(TermSet set, String term, String reference) {
        terms.computeIfAbsent(set, empty -> new TreeSet<>()).add(term);
        sources.add(set.field() + ": " + term, reference);
    }

    /** A date, unless it is after the day of the case however exactly it is known; then it is listed as not used. */
    Optional<PartialDate> notLater(Optional<PartialDate> date, String reference, String what) {
        if (date.filter(known -> known.earliest().isAfter(asOf)).isPresent()) {
            leftovers.add(reference, what + " " + date.get(), "it is after the day of the case, " + asOf);
            return Optional.empty();
        }
        return date;
    }

    LocalDate asOf() {
        return asOf;
    }

    /**
     * The case.
     *
     * @throws org.spsrules.InvalidCaseException if the record contradicts itself
     */
    MappedCase build() {
        List<TreatmentEntry> given = treatments.settled();
        checklists.values().forEach(list -> list.settle(vocabulary, leftovers));
        PatientCaseBuilder builder = PatientCase.asOf(asOf);
        stated.forEach((fact, value) -> {
            value.statement().accept(builder);
            sources.add(fact, value.reference());
        });
        checklists.values().forEach(list -> {
            list.addTo(builder);
            list.addTo(sources);
        });
        given.forEach(entry -> {
            entry.addTo(builder);
            entry.references.forEach(reference -> sources.add(
                    "treatments.given: " + entry.therapy + (entry.current ? ", current" : ", past"), reference));
        });
        tests.addTo(builder, sources, leftovers);
        terms.forEach((set, stated) -> set.addTo(builder, stated));
        plans.settled(sources).forEach(builder::plan);
        return new MappedCase(builder.build(), sources.all(), leftovers.all());
    }
}
