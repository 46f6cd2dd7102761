package org.spsrules.authoring.lint;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.spsrules.InvalidCaseException;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Plan.Action;
import org.spsrules.PatientCase.Plan.Manner;
import org.spsrules.PatientCase.Plan.RequestedBy;
import org.spsrules.PatientCaseBuilder;
import org.spsrules.TreatmentDraft;
import org.spsrules.vocabulary.Concept;
import org.spsrules.vocabulary.Vocabulary;

/** A small case in the making, with one treatment and one plan at most beside what its history holds. */
final class CaseDraft {

    private static final LocalDate SOME_DAY = LocalDate.of(2026, 1, 15);

    final PatientCaseBuilder builder = PatientCase.asOf(SOME_DAY);
    final Set<String> unavailable = new TreeSet<>();
    final Set<String> declined = new TreeSet<>();
    final Set<String> allergies = new TreeSet<>();
    final Set<String> labels = new TreeSet<>();
    final List<Consumer<TreatmentDraft>> details = new ArrayList<>();
    Optional<String> therapy = Optional.empty();
    boolean past;
    Optional<Action> action = Optional.empty();
    Manner manner = Manner.UNKNOWN;
    RequestedBy requestedBy = RequestedBy.UNKNOWN;

    private final Vocabulary vocabulary;
    private final Set<String> present = new TreeSet<>();
    private final Set<String> absent = new TreeSet<>();

    CaseDraft(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    void present(String code) {
        present.add(code);
    }

    void absent(String code) {
        absent.add(code);
    }

    void onset(int monthsAgo) {
        builder.onset(SOME_DAY.minusMonths(monthsAgo));
    }

    private String[] of(Concept.Kind kind, Set<String> codes) {
        return codes.stream()
                .filter(code -> vocabulary.concept(code).orElseThrow().kind() == kind)
                .toArray(String[]::new);
    }

    /** The case, unless it contradicts itself. */
    Optional<PatientCase> build() {
        builder.conditions(of(Concept.Kind.CONDITION, present))
                .noConditions(of(Concept.Kind.CONDITION, absent))
                .symptoms(of(Concept.Kind.SYMPTOM, present))
                .noSymptoms(of(Concept.Kind.SYMPTOM, absent))
                .triggers(of(Concept.Kind.TRIGGER, present))
                .noTriggers(of(Concept.Kind.TRIGGER, absent))
                .unavailable(unavailable.toArray(String[]::new))
                .declined(declined.toArray(String[]::new))
                .allergies(allergies.toArray(String[]::new))
                .psychiatricLabels(labels.toArray(String[]::new));
        therapy.filter(code -> action.isEmpty()).ifPresent(this::treatment);
        action.ifPresent(this::plan);
        try {
            return Optional.of(builder.build());
        } catch (InvalidCaseException e) {
            return Optional.empty();
        }
    }

    private void treatment(String code) {
        Consumer<TreatmentDraft> all = draft -> details.forEach(detail -> detail.accept(draft));
        if (past) {
            builder.past(code, all);
        } else {
            builder.current(code, all);
        }
    }

    private void plan(Action planned) {
        if (therapy.isPresent()) {
            builder.plan(planned, therapy.get(), manner, requestedBy);
        } else {
            builder.plan(planned);
        }
    }
}
