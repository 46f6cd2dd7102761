package org.spsrules.fhir.record;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.Type;
import org.spsrules.PatientCase.Plan;
import org.spsrules.vocabulary.OtherTerm;
import org.spsrules.vocabulary.Vocabulary;

/** Reads the answers of a clinician to {@link ClinicianQuestionnaire}: what no record holds. They outrank the record. */
final class QuestionnaireReader {

    static final String NOT_AN_ANSWER = "it is none of the answers of the questionnaire";

    private final Context context;

    /**
     * A response while it is read.
     *
     * @param ofToday whether it was given on the day of the case
     * @param contradicted the questions that it answers in several ways
     */
    private record Answers(String reference, boolean ofToday, Set<String> contradicted) {}

    QuestionnaireReader(Context context) {
        this.context = context;
    }

    void read(QuestionnaireResponse response) {
        String reference = References.of(response);
        if (!ClinicianQuestionnaire.URL.equals(withoutVersion(response.getQuestionnaire()))) {
            context.unused(
                    reference,
                    "answers to " + response.getQuestionnaire(),
                    "only those to " + ClinicianQuestionnaire.URL + " are read");
            return;
        }
        Optional<String> status = Optional.ofNullable(response.getStatus())
                .map(QuestionnaireResponse.QuestionnaireResponseStatus::toCode)
                .filter(Set.of("in-progress", "entered-in-error", "stopped")::contains);
        if (status.isPresent()) {
            context.unused(reference, "answers", "their status is " + status.get());
            return;
        }
        Map<String, Set<String>> said = new TreeMap<>();
        response.getItem().forEach(item -> collect(item, said));
        said.values().removeIf(answers -> answers.size() < 2);
        said.forEach((question, answers) -> context.unused(
                reference, question, "it is answered " + String.join(" and ", answers) + "; answer it once"));
        boolean ofToday = Context.day(response.getAuthoredElement())
                .filter(context.draft().asOf()::equals)
                .isPresent();
        Answers answers = new Answers(reference, ofToday, said.keySet());
        response.getItem().forEach(item -> read(item, answers));
    }

    /** What is answered to each question that has one answer. */
    private static void collect(QuestionnaireResponseItemComponent item, Map<String, Set<String>> said) {
        SingleAnswer.of(String.valueOf(item.getLinkId()))
                .ifPresent(question -> item.getAnswer()
                        .forEach(answer -> said.computeIfAbsent(question.field(), first -> new TreeSet<>())
                                .add(code(answer.getValue()))));
        item.getItem().forEach(inner -> collect(inner, said));
    }

    private static String withoutVersion(String canonical) {
        return canonical == null ? "" : canonical.split("\\|", 2)[0];
    }

    /** Reads an item, unless it is one of the questions that are answered in several ways. */
    private void read(QuestionnaireResponseItemComponent item, Answers answers) {
        String reference = answers.reference();
        String id = Optional.ofNullable(item.getLinkId()).orElse("an item without linkId");
        Optional<SingleAnswer<?>> single = SingleAnswer.of(id);
        Optional<ListAnswer> list = ListAnswer.of(id);
        if (answers.contradicted().contains(id)) {
            return;
        } else if (single.isPresent()) {
            single(single.get(), item, reference);
        } else if (list.isPresent()) {
            item.getAnswer().forEach(answer -> list(list.get(), answer.getValue(), reference));
        } else if (ClinicianQuestionnaire.TREATMENT.equals(id)) {
            new TreatmentAnswers(context).read(item, reference);
        } else if (ClinicianQuestionnaire.PLAN.equals(id)) {
            plan(item, answers);
        } else if (item.hasItem()) {
            item.getItem().forEach(inner -> read(inner, answers));
        } else {
            context.unused(reference, id, "the questionnaire has no such question");
        }
    }

    private <E extends Enum<E>> void single(
            SingleAnswer<E> question, QuestionnaireResponseItemComponent item, String reference) {
        Optional<E> answer = constant(question.type(), item.getAnswerFirstRep().getValue());
        if (answer.isEmpty()) {
            context.unused(reference, question.field(), NOT_AN_ANSWER);
            return;
        }
        context.draft()
                .state(question.field(), reference, builder -> question.setter().accept(builder, answer.get()));
    }

    /** The constant that an answer spells as the case format does. */
    static <E extends Enum<E>> Optional<E> constant(Class<E> type, Type answer) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> word(constant).equals(code(answer)))
                .findFirst();
    }

    /** How the case format spells a constant. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The code or the text of an answer. */
    static String code(Type answer) {
        if (answer instanceof Coding coding) {
            return coding.getCode() != null
                    ? coding.getCode()
                    : Optional.ofNullable(coding.getDisplay()).orElse("");
        }
        return answer == null || !answer.hasPrimitiveValue() ? "" : answer.primitiveValue();
    }

    private void list(ListAnswer question, Type answer, String reference) {
        String term = code(answer);
        if (term.isBlank()) {
            context.unused(reference, question.field(), NOT_AN_ANSWER);
            return;
        }
        String known = context.terms().code(term, question.kinds());
        if (OtherTerm.is(known)) {
            context.unused(reference, term, "the vocabulary does not know it; it is kept");
        }
        question.setter().add(context.draft(), known, reference);
    }

    private void plan(QuestionnaireResponseItemComponent item, Answers response) {
        AnswerGroup answers = new AnswerGroup(item, response.reference(), context);
        Optional<Plan.Action> action = answers.constant("action", Plan.Action.class);
        if (action.isEmpty()) {
            context.unused(response.reference(), "a plan", "it does not say what is planned");
            return;
        }
        Plan plan = new Plan(
                action.get(),
                answers.text("therapy").map(this::therapy),
                answers.text("to").map(this::therapy),
                answers.constant("manner", Plan.Manner.class).orElse(Plan.Manner.UNKNOWN),
                answers.constant("requestedBy", Plan.RequestedBy.class).orElse(Plan.RequestedBy.UNKNOWN));
        if (response.ofToday()) {
            context.draft().plans.decide(plan, response.reference());
        } else {
            context.draft().plans.state(plan, response.reference());
        }
    }

    private String therapy(String term) {
        return context.terms().code(term, Vocabulary.therapies());
    }

    /** The words of the constants of a type. */
    static List<String> words(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(QuestionnaireReader::word)
                .toList();
    }
}
