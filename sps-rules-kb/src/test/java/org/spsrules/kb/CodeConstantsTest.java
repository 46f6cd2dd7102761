package org.spsrules.kb;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.spsrules.SpsRules;
import org.spsrules.codes.CareMeasures;
import org.spsrules.codes.Conditions;
import org.spsrules.codes.LadderSteps;
import org.spsrules.codes.SideEffects;
import org.spsrules.codes.Symptoms;
import org.spsrules.codes.Tests;
import org.spsrules.codes.Therapies;
import org.spsrules.codes.TherapyClasses;
import org.spsrules.codes.Triggers;
import org.spsrules.codes.Variants;
import org.spsrules.vocabulary.Concept;
import org.spsrules.vocabulary.Concept.Kind;

/** The constants are the codes of the vocabulary, each in the class of its kind. */
class CodeConstantsTest {

    private static final Map<Kind, Class<?>> CLASSES = Map.of(
            Kind.THERAPY, Therapies.class,
            Kind.THERAPY_CLASS, TherapyClasses.class,
            Kind.CONDITION, Conditions.class,
            Kind.SYMPTOM, Symptoms.class,
            Kind.TRIGGER, Triggers.class,
            Kind.SIDE_EFFECT, SideEffects.class,
            Kind.TEST, Tests.class,
            Kind.VARIANT, Variants.class,
            Kind.LADDER_STEP, LadderSteps.class,
            Kind.CARE, CareMeasures.class);

    @Test
    void everyCodeHasItsConstantAndEveryConstantIsACode() throws ReflectiveOperationException {
        SpsRules rules = BuiltIn.rules();
        for (Map.Entry<Kind, Class<?>> entry : CLASSES.entrySet()) {
            List<String> codes = rules.vocabulary().concepts().stream()
                    .filter(concept -> concept.kind() == entry.getKey())
                    .map(Concept::code)
                    .toList();
            assertThat(constants(entry.getValue()))
                    .as(entry.getKey().word())
                    .isNotEmpty()
                    .containsExactlyInAnyOrderElementsOf(codes);
        }
        assertThat(Therapies.DIAZEPAM).isEqualTo("diazepam");
        assertThat(Tests.ANTI_GAD65).isEqualTo("anti-gad65");
    }

    private static List<String> constants(Class<?> type) throws ReflectiveOperationException {
        List<String> values = new ArrayList<>();
        for (Field field : type.getFields()) {
            values.add((String) field.get(null));
        }
        return values;
    }
}
