package org.spsrules.fhir.record;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemAnswerComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.Type;

/** The answers of a group, each by its id without that of the group. */
final class AnswerGroup {

    private final Context context;
    private final String id;
    private final String reference;
    private final Map<String, QuestionnaireResponseItemComponent> items = new HashMap<>();

    AnswerGroup(QuestionnaireResponseItemComponent group, String reference, Context context) {
        this.context = context;
        this.id = group.getLinkId();
        this.reference = reference;
        group.getItem().forEach(item -> items.put(item.getLinkId(), item));
    }

    /** The value of an answer. */
    Optional<Type> value(String name) {
        return values(name).stream().findFirst();
    }

    /** The values of an answer. */
    List<Type> values(String name) {
        return Optional.ofNullable(items.get(id + "." + name)).stream()
                .flatMap(item -> item.getAnswer().stream())
                .filter(QuestionnaireResponseItemAnswerComponent::hasValue)
                .map(QuestionnaireResponseItemAnswerComponent::getValue)
                .toList();
    }

    /** The code or the text of an answer. */
    Optional<String> text(String name) {
        return value(name).map(QuestionnaireReader::code);
    }

    /** The whole number that an answer is; another answer is listed as not used. */
    Optional<Integer> count(String name) {
        return value(name).flatMap(answer -> {
            Optional<Integer> count = Optional.of(answer)
                    .filter(IntegerType.class::isInstance)
                    .map(number -> ((IntegerType) number).getValue());
            if (count.isEmpty()) {
                context.unused(reference, id + "." + name, QuestionnaireReader.NOT_AN_ANSWER);
            }
            return count;
        });
    }

    /** The constant that an answer spells; another answer is listed as not used. */
    <E extends Enum<E>> Optional<E> constant(String name, Class<E> type) {
        return value(name).flatMap(answer -> {
            Optional<E> constant = QuestionnaireReader.constant(type, answer);
            if (constant.isEmpty()) {
                context.unused(reference, id + "." + name, QuestionnaireReader.NOT_AN_ANSWER);
            }
            return constant;
        });
    }
}
