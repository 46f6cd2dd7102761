package org.spsrules.authoring.generate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.spsrules.Answer;
import org.spsrules.Completeness;
import org.spsrules.InvalidCaseException;
import org.spsrules.KnowledgeException;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Course;
import org.spsrules.PatientCase.Diagnosis;
import org.spsrules.PatientCase.LiverFunction;
import org.spsrules.PatientCase.Plan;
import org.spsrules.PatientCase.Setting;
import org.spsrules.PatientCase.Test;
import org.spsrules.PatientCase.Treatment;
import org.spsrules.PatientCaseBuilder;
import org.spsrules.Sex;
import org.spsrules.internal.cases.CaseTerms;
import org.spsrules.knowledge.Concept;
import org.spsrules.knowledge.Concept.Kind;
import org.spsrules.knowledge.Knowledge;
import org.spsrules.knowledge.LadderStep;
import org.spsrules.knowledge.Vocabulary;

/**
 * Makes valid cases at random, mostly of concepts that rules name, so that rules meet. The same seed gives the same
 * cases. Not thread-safe.
 */
public final class CaseGenerator {

    private static final LocalDate AS_OF = LocalDate.of(2026, 1, 15);
    private static final List<String> DOSES = List.of("5", "39.9", "40", "60", "450");

    private static final int MOST_DRAFTS = 10_000;

    private final Random random;
    private final RelevantConcepts concepts;
    private final Vocabulary vocabulary;
    private final CaseTerms terms;
    private final List<LadderStep> ladder;

    /** A generator of cases for a knowledge base. */
    public CaseGenerator(Knowledge knowledge, long seed) {
        this.random = new Random(seed);
        this.concepts = new RelevantConcepts(knowledge);
        this.vocabulary = new Vocabulary(knowledge.concepts());
        this.terms = new CaseTerms(vocabulary);
        this.ladder = knowledge.ladder();
    }

    /**
     * The next case.
     *
     * @throws KnowledgeException if the vocabulary is such that no draft makes sense
     */
    public PatientCase next() {
        for (int drafts = 0; drafts < MOST_DRAFTS; drafts++) {
            try {
                return terms.resolve(draft());
            } catch (InvalidCaseException e) {
                // Some drafts contradict themselves, for example a pregnant man; another is drawn.
                continue;
            }
        }
        throw new KnowledgeException("of this vocabulary no valid case could be made in " + MOST_DRAFTS + " drafts");
    }

    private PatientCase draft() {
        PatientCaseBuilder builder = PatientCase.asOf(AS_OF)
                .sex(one(Sex.values()))
                .liverFunction(one(LiverFunction.values()))
                .pregnancy(mostlyUnknown())
                .pregnancyPotential(mostlyUnknown())
                .effectiveContraception(mostlyUnknown())
                .breastfeeding(mostlyUnknown())
                .drugSensitivity(mostlyUnknown())
                .frailty(mostlyUnknown())
                .diagnosis(likely(Diagnosis.Status.CONFIRMED, Diagnosis.Status.values()))
                .treatedAsSps(mostlyUnknown())
                .control(one(Course.Control.values()))
                .disabling(one(Answer.values()))
                .acuteSevereExacerbation(mostlyUnknown())
                .relapse(mostlyUnknown())
                .setting(one(Setting.values()))
                .symptomList(one(Completeness.values()))
                .symptoms(some(Kind.SYMPTOM, 3))
                .noSymptoms(some(Kind.SYMPTOM, 1))
                .triggerList(one(Completeness.values()))
                .triggers(some(Kind.TRIGGER, 2))
                .conditionList(one(Completeness.values()))
                .conditions(some(Kind.CONDITION, 3))
                .noConditions(some(Kind.CONDITION, 2))
                .allergies(chance(20) ? some(one(List.of(Kind.THERAPY, Kind.THERAPY_CLASS)), 1) : new String[0])
                .treatmentHistory(one(Completeness.values()))
                .medicationList(one(Completeness.values()));
        if (chance(80)) {
            builder.age(one(new Integer[] {7, 17, 18, 30, 55, 64, 65, 66, 83}));
        }
        if (chance(50)) {
            builder.creatinineClearance(
                    new BigDecimal(one(new String[] {"14.9", "15", "29.9", "30", "59.9", "60", "90"})));
        }
        if (chance(30) && !concepts(Kind.VARIANT).isEmpty()) {
            builder.variant(one(concepts(Kind.VARIANT)));
        }
        if (chance(20)) {
            builder.psychiatricLabels(some(Kind.CONDITION, 1));
        }
        tests(builder);
        if (chance(50)) {
            climb(builder);
        } else {
            builder.unavailable(some(Kind.THERAPY, 1)).declined(some(Kind.THERAPY_CLASS, 1));
            treatments(builder);
        }
        plans(builder);
        return builder.build();
    }

    private void tests(PatientCaseBuilder builder) {
        if (chance(15) && vocabulary.concept("hbsag").isPresent()) {
            // Two results that must both be negative would hardly ever meet by chance.
            builder.test("hbsag", Test.Result.NEGATIVE, details -> {})
                    .test("anti-hbc", Test.Result.NEGATIVE, details -> {});
            return;
        }
        for (String test : some(Kind.TEST, 3)) {
            builder.test(test, one(Test.Result.values()), details -> {});
        }
    }

    /** A patient who has come some way up the ladder, by one reason or another at each step. */
    private void climb(PatientCaseBuilder builder) {
        List<String> unavailable = new ArrayList<>();
        List<String> declined = new ArrayList<>();
        for (LadderStep step : ladder.subList(0, random.nextInt(ladder.size() + 1))) {
            List<String> choice = step.therapies().stream()
                    .filter(code -> vocabulary.concept(code).map(Concept::kind).equals(Optional.of(Kind.THERAPY)))
                    .toList();
            if (choice.isEmpty()) {
                continue;
            }
            int tried = chance(20) ? choice.size() : 1;
            for (String therapy : choice.subList(0, tried)) {
                switch (random.nextInt(9)) {
                    case 0 -> unavailable.add(therapy);
                    case 1 -> declined.add(therapy);
                    case 2 ->
                        builder.past(
                                therapy, draft -> draft.tolerated(Answer.NO).sideEffects(some(Kind.SIDE_EFFECT, 1)));
                    case 3 -> treatment(builder, therapy);
                    case 5 ->
                        builder.past(
                                therapy,
                                draft -> draft.response(Treatment.Response.GOOD).woreOff(Answer.YES));
                    case 4 ->
                        builder.past(
                                therapy,
                                draft -> draft.adequateTrial(one(Answer.values()))
                                        .response(one(Treatment.Response.values()))
                                        .woreOff(mostlyUnknown()));
                    default ->
                        builder.past(
                                therapy,
                                draft -> draft.adequateTrial(Answer.YES)
                                        .response(one(List.of(
                                                Treatment.Response.PARTIAL,
                                                Treatment.Response.NONE,
                                                Treatment.Response.WORSE))));
                }
            }
        }
        builder.unavailable(unavailable.toArray(String[]::new)).declined(declined.toArray(String[]::new));
    }

    private void treatments(PatientCaseBuilder builder) {
        for (String therapy : some(Kind.THERAPY, 4)) {
            treatment(builder, therapy);
        }
    }

    private void treatment(PatientCaseBuilder builder, String therapy) {
        Consumer<PatientCaseBuilder.TreatmentDraft> details = draft -> {
            draft.response(one(Treatment.Response.values()))
                    .adequateTrial(one(Answer.values()))
                    .tolerated(one(Answer.values()))
                    .schedule(one(Treatment.Schedule.values()))
                    .sideEffects(some(Kind.SIDE_EFFECT, 1))
                    .woreOff(mostlyUnknown());
            vocabulary.concept(therapy).map(Concept::units).orElse(List.of()).stream()
                    .filter(unit -> chance(60))
                    .findFirst()
                    .ifPresent(unit -> draft.dose(one(DOSES) + " " + unit));
        };
        if (chance(60)) {
            builder.current(therapy, details);
        } else {
            builder.past(therapy, details);
        }
    }

    private void plans(PatientCaseBuilder builder) {
        if (chance(40)) {
            Plan.Action action = one(Plan.Action.values());
            if (action.concernsTherapy()) {
                List<String> onLadder = ladder.stream()
                        .flatMap(step -> step.therapies().stream())
                        .filter(concepts(Kind.THERAPY)::contains)
                        .toList();
                List<String> choice = chance(50) && !onLadder.isEmpty() ? onLadder : concepts(Kind.THERAPY);
                if (!choice.isEmpty()) {
                    builder.plan(action, one(choice), one(Plan.Manner.values()), one(Plan.RequestedBy.values()));
                }
            } else {
                builder.plan(action);
            }
        }
    }

    private List<String> concepts(Kind kind) {
        List<String> relevant = concepts.of(kind);
        return relevant.isEmpty()
                ? vocabulary.concepts().stream()
                        .filter(concept -> concept.kind() == kind)
                        .map(Concept::code)
                        .sorted()
                        .toList()
                : relevant;
    }

    private String[] some(Kind kind, int most) {
        List<String> choice = concepts(kind);
        Set<String> chosen = new HashSet<>();
        List<String> inOrder = new ArrayList<>();
        for (int i = random.nextInt(most + 1); i > 0 && !choice.isEmpty(); i--) {
            String code = one(choice);
            if (chosen.add(code)) {
                inOrder.add(code);
            }
        }
        return inOrder.toArray(String[]::new);
    }

    private Answer mostlyUnknown() {
        return likely(Answer.UNKNOWN, Answer.values());
    }

    private <T> T likely(T usual, T[] all) {
        return chance(60) ? usual : one(all);
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T one(T[] choice) {
        return choice[random.nextInt(choice.length)];
    }

    private <T> T one(List<T> choice) {
        return choice.get(random.nextInt(choice.size()));
    }
}
