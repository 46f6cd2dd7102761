package org.spsrules.fhir.record;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Quantity;
import org.spsrules.Answer;
import org.spsrules.PartialDate;
import org.spsrules.PatientCase;
import org.spsrules.PatientCaseBuilder;
import org.spsrules.vocabulary.CodeSystem;
import org.spsrules.vocabulary.Concept;

/** Reads observations: tests, weight, creatinine clearance, pregnancy, symptoms. */
final class ObservationReader {

    private static final String LOINC = CodeSystem.LOINC.uri();
    private static final String SNOMED = CodeSystem.SNOMED_CT.uri();
    private static final List<String> WEIGHT = List.of("29463-7", "3141-9", "3142-7");
    private static final String PREGNANCY_STATUS = "82810-3";
    private static final String CLEARANCE = "creatinine-clearance";
    private static final String PREGNANCY_TEST = "pregnancy-test";
    private static final Map<String, BigDecimal> KILOGRAMS =
            Map.of("kg", BigDecimal.ONE, "g", new BigDecimal("0.001"), "[lb_av]", new BigDecimal("0.45359237"));
    private static final Map<String, BigDecimal> MILLILITRES_A_MINUTE =
            Map.of("ml/min", BigDecimal.ONE, "ml/s", BigDecimal.valueOf(60), "l/min", BigDecimal.valueOf(1000));
    private static final int DIGITS = 2;

    private final Context context;
    private final ResultReading results;
    /** The day of the latest value of what changes over time. */
    private final Map<String, LocalDate> latest = new HashMap<>();

    ObservationReader(Context context) {
        this.context = context;
        this.results = new ResultReading(context);
    }

    void read(Observation observation) {
        String reference = References.of(observation);
        String name = Terms.name(observation.getCode());
        if (observation.getStatus() == Observation.ObservationStatus.ENTEREDINERROR
                || observation.getStatus() == Observation.ObservationStatus.CANCELLED) {
            context.unused(
                    reference, name, "its status is " + observation.getStatus().toCode());
            return;
        }
        Optional<PartialDate> date = Context.partial(observation.getEffective());
        if (date.filter(known -> known.earliest().isAfter(context.draft().asOf()))
                .isPresent()) {
            context.unused(
                    reference,
                    name,
                    "it is of a day after that of the case, " + context.draft().asOf());
            return;
        }
        if (WEIGHT.stream().anyMatch(code -> Terms.has(observation.getCode(), LOINC, code))) {
            weight(observation, reference, date);
        } else if (Terms.has(observation.getCode(), LOINC, PREGNANCY_STATUS)) {
            pregnancy(observation, reference, date);
        } else {
            finding(observation, reference, name, date);
        }
    }

    private void weight(Observation observation, String reference, Optional<PartialDate> date) {
        Optional<BigDecimal> kilograms = value(observation, KILOGRAMS);
        if (kilograms.isEmpty()) {
            context.unused(reference, "weight", "it has no value in kg, g or [lb_av]");
        } else {
            stateLatest("patient.weight", reference, date, builder -> builder.weight(kilograms.get()));
        }
    }

    private void stateLatest(
            String fact, String reference, Optional<PartialDate> date, Consumer<PatientCaseBuilder> statement) {
        if (context.draft().holds(fact, reference, statement) && isLatest(fact, reference, date)) {
            context.draft().state(fact, reference, statement);
        }
    }

    /** Whether it is newer than what was read so far; what is older is listed as not used. */
    private boolean isLatest(String fact, String reference, Optional<PartialDate> date) {
        LocalDate day = date.map(PartialDate::earliest).orElse(LocalDate.MIN);
        LocalDate known = latest.get(fact);
        if (known != null && day.isBefore(known)) {
            context.unused(reference, fact, "there is a newer value");
            return false;
        }
        latest.put(fact, day);
        return true;
    }

    private static Optional<BigDecimal> value(Observation observation, Map<String, BigDecimal> units) {
        if (!(observation.getValue() instanceof Quantity quantity) || quantity.hasComparator()) {
            return Optional.empty();
        }
        String unit = ResultReading.unit(quantity);
        return Optional.ofNullable(units.getOrDefault(unit, units.get(unit.toLowerCase(Locale.ROOT))))
                .flatMap(factor -> Figures.of(quantity).map(factor::multiply))
                .map(value -> value.scale() > DIGITS ? value.setScale(DIGITS, RoundingMode.HALF_UP) : value);
    }

    private void pregnancy(Observation observation, String reference, Optional<PartialDate> date) {
        Optional<Answer> answer =
                observation.getValue() instanceof CodeableConcept value ? pregnancy(value) : Optional.empty();
        if (answer.isEmpty()) {
            context.unused(reference, "pregnancy status", "its value says neither pregnant nor not pregnant");
        } else if (isLatest("patient.pregnancy", reference, date)) {
            context.draft().state("patient.pregnancy", reference, builder -> builder.pregnancy(answer.get()));
        }
    }

    private static Optional<Answer> pregnancy(CodeableConcept value) {
        if (Terms.has(value, SNOMED, "77386006") || Terms.has(value, LOINC, "LA15173-0")) {
            return Optional.of(Answer.YES);
        }
        return Terms.has(value, SNOMED, "60001007") || Terms.has(value, LOINC, "LA26683-5")
                ? Optional.of(Answer.NO)
                : Optional.empty();
    }

    private void finding(Observation observation, String reference, String name, Optional<PartialDate> date) {
        Set<Concept.Kind> kinds = EnumSet.of(Concept.Kind.TEST, Concept.Kind.SYMPTOM, Concept.Kind.CONDITION);
        List<Concept> concepts = context.terms().find(observation.getCode(), kinds);
        if (concepts.size() != 1) {
            context.unused(
                    reference,
                    name,
                    concepts.isEmpty()
                            ? "nothing here reads it"
                            : concepts.stream()
                                    .map(Concept::name)
                                    .collect(Collectors.joining(", ", "its code stands for several: ", "")));
            return;
        }
        Concept concept = concepts.get(0);
        if (concept.kind() != Concept.Kind.TEST) {
            checklist(concept, observation, reference);
        } else if (concept.code().equals(CLEARANCE)) {
            clearance(observation, reference, date);
        } else {
            test(concept, observation, reference, date);
        }
    }

    private void checklist(Concept concept, Observation observation, String reference) {
        Checklist list = context.draft()
                .list(concept.kind() == Concept.Kind.SYMPTOM ? Checklist.Kind.SYMPTOMS : Checklist.Kind.CONDITIONS);
        switch (results.answer(observation)) {
            case YES -> list.present(concept.code(), reference);
            case NO -> list.absent(concept.code(), reference);
            default ->
                context.unused(reference, concept.name(), "its value says neither that it is there nor that it is not");
        }
    }

    private void clearance(Observation observation, String reference, Optional<PartialDate> date) {
        Optional<BigDecimal> value = value(observation, MILLILITRES_A_MINUTE);
        if (value.isEmpty()) {
            context.unused(
                    reference, "creatinine clearance", "it has no value in mL/min; one per 1.73 m2 is none for dosing");
        } else {
            stateLatest(
                    "patient.creatinineClearance",
                    reference,
                    date,
                    builder -> builder.creatinineClearance(value.get()));
        }
    }

    private void test(Concept test, Observation observation, String reference, Optional<PartialDate> date) {
        PatientCase.Test.Result result = results.result(test, observation, reference);
        context.draft()
                .tests
                .add(new TestResults.Entry(
                        test.code(),
                        result,
                        results.value(test, observation, reference),
                        observation.getMethod().isEmpty()
                                ? Optional.empty()
                                : Optional.of(Terms.name(observation.getMethod())),
                        date,
                        reference));
        if (test.code().equals(PREGNANCY_TEST)
                && result == PatientCase.Test.Result.POSITIVE
                && isLatest("patient.pregnancy", reference, date)) {
            context.draft().state("patient.pregnancy", reference, builder -> builder.pregnancy(Answer.YES));
        }
    }
}
