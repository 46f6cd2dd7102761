package org.spsrules.authoring.compile;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.spsrules.internal.engine.InCase;
import org.spsrules.internal.engine.SingleFacts;

/**
 * What compiled rules match where a rule asks of a fact.
 *
 * @param type what they match
 * @param path by which name they reach the fact there
 */
record CompiledType(Class<?> type, String path) {

    private static final Map<String, CompiledType> BY_FACT_TYPE = Arrays.stream(InCase.class.getPermittedSubclasses())
            .flatMap(type -> Arrays.stream(type.getRecordComponents())
                    .filter(component -> component.getType() != SingleFacts.class)
                    .map(component -> Map.entry(
                            component.getType().getSimpleName(), new CompiledType(type, component.getName()))))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    /** What stands for a type of the fact model. */
    static CompiledType of(String factType) {
        CompiledType found = BY_FACT_TYPE.get(factType);
        if (found == null) {
            throw new IllegalArgumentException("no fact type " + factType);
        }
        return found;
    }

    /** What a rule file needs so that its rule can name all of them. */
    static String imports() {
        return Arrays.stream(InCase.class.getPermittedSubclasses())
                .map(type -> " import " + type.getCanonicalName() + ";")
                .collect(Collectors.joining());
    }

    /** Whether each case has exactly one such fact, so that every fact has it beside it. */
    boolean isSingle() {
        return type == SingleFacts.class;
    }

    /** How a pattern asks a question of the fact. */
    String reach(String question) {
        boolean isNear = Arrays.stream(type.getDeclaredMethods())
                .anyMatch(method -> method.getName().equals(question));
        return isNear ? question : path + "." + question;
    }

    String name() {
        return type.getSimpleName();
    }
}
