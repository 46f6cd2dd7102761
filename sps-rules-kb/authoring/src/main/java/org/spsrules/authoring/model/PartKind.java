package org.spsrules.authoring.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.spsrules.InvalidCaseException;
import org.spsrules.PatientCase;
import org.spsrules.internal.fact.CaseFacts;
import org.spsrules.internal.fact.Fact;
import org.spsrules.internal.fact.FactModel;
import org.spsrules.internal.fact.Treatment;
import org.spsrules.internal.rule.Constraint;
import org.spsrules.internal.shape.Field;
import org.spsrules.internal.shape.Part;
import org.spsrules.internal.shape.Types;

/**
 * A kind of part of a case: the fact that is made of it, and the values of its fields that rules can tell apart.
 *
 * @param <P> the part
 */
final class PartKind<P> {

    private final Part<P> part;
    private final P blank;
    private final String factType;
    private final Function<P, PatientCase> alone;
    private final CaseFacts caseFacts;
    private final List<Constraint> asked;
    private final Candidates candidates;
    private final Map<String, List<Field<P, ?>>> behind = new HashMap<>();
    private final Map<P, Optional<Fact>> facts = new HashMap<>();
    private final Map<Field<P, ?>, List<?>> values = new HashMap<>();
    private final Map<Field<P, ?>, Function<?, ?>> sameness = new HashMap<>();
    private final Map<List<Object>, Boolean> agreeing = new HashMap<>();

    /**
     * A kind of part.
     *
     * @param blank a part of this kind that states as little as it can
     * @param factType the facts that are made of it
     * @param alone the case that states nothing else; an {@link InvalidCaseException} says that there is none
     * @param asked what rules ask of these facts, where it names no variable
     */
    PartKind(
            Part<P> part,
            P blank,
            String factType,
            Function<P, PatientCase> alone,
            CaseFacts caseFacts,
            List<Constraint> asked,
            Candidates candidates) {
        this.part = part;
        this.blank = blank;
        this.factType = factType;
        this.alone = alone;
        this.caseFacts = caseFacts;
        this.asked = asked;
        this.candidates = candidates;
    }

    Part<P> part() {
        return part;
    }

    P blank() {
        return blank;
    }

    /** The fields that can turn the answer to a question. */
    List<Field<P, ?>> behind(String question) {
        return behind.computeIfAbsent(
                question,
                unknown -> part.fields().stream()
                        .filter(field -> field.isReadBy(factType, question))
                        .toList());
    }

    /** Whether a part meets a constraint; one that no case can state meets none. */
    boolean meets(P stated, Constraint constraint, Map<String, ?> variables) {
        return fact(stated)
                .map(fact -> Meeting.of(constraint, answer(fact, constraint, variables), variables))
                .orElse(false);
    }

    /** The value of a field of the fact, if it is known. */
    Optional<Object> value(P stated, String field) {
        return fact(stated).flatMap(fact -> Optional.ofNullable(ask(fact, field, List.of())));
    }

    private @Nullable Object answer(Fact fact, Constraint constraint, Map<String, ?> variables) {
        List<String> arguments = constraint.argumentsIn(variables);
        boolean comparable =
                !FactModel.instance().question(fact, constraint.asked()).says().dose()
                        || arguments.stream().allMatch(((Treatment) fact)::hasDoseOfTheKindOf);
        return comparable ? ask(fact, constraint.asked(), arguments) : null;
    }

    private static @Nullable Object ask(Fact fact, String question, List<String> arguments) {
        return FactModel.instance().question(fact, question).ask(fact, arguments);
    }

    private Optional<Fact> fact(P stated) {
        return facts.computeIfAbsent(stated, unknown -> {
            try {
                return caseFacts.of(alone.apply(stated)).of(factType).stream()
                        .findFirst()
                        .map(Fact.class::cast);
            } catch (InvalidCaseException e) {
                return Optional.empty();
            }
        });
    }

    /** The values of a field that rules tell apart, one of each kind. */
    @SuppressWarnings("unchecked") // the values of a field are kept by the field
    <V> List<V> values(Field<P, V> field, P template) {
        List<V> all = (List<V>) values.get(field);
        if (all == null) {
            Map<Object, V> different = new LinkedHashMap<>();
            Function<V, ?> sameness = sameness(field);
            candidates.of(field).forEach(value -> different.putIfAbsent(sameness.apply(value), value));
            all = List.copyOf(different.values());
            values.put(field, all);
        }
        return candidates.fitting(field, all, template);
    }

    /** What values of a field have in common that no rule tells apart. */
    @SuppressWarnings("unchecked") // what is kept of a field takes its values
    <V> Function<V, ?> sameness(Field<P, V> field) {
        Function<V, ?> known = (Function<V, ?>) sameness.get(field);
        if (known == null) {
            known = makeSameness(field);
            sameness.put(field, known);
        }
        return known;
    }

    private <V> Function<V, ?> makeSameness(Field<P, V> field) {
        if (field.value() instanceof Types.Word || field.value() instanceof Types.State) {
            return value -> value;
        }
        List<Constraint> reading = asked.stream()
                .filter(constraint -> field.isReadBy(factType, constraint.asked()))
                .distinct()
                .toList();
        Map<V, List<Object>> known = new HashMap<>();
        return value -> known.computeIfAbsent(value, unknown -> {
            P stated = part.with(blank, field, value);
            List<Object> answers = new ArrayList<>();
            for (Constraint constraint : reading) {
                answers.add(meets(stated, constraint, Map.of()));
            }
            answers.add(candidates.alsoTold(stated));
            return answers;
        });
    }

    /** Whether a case can state both. */
    <V, W> boolean agree(Field<P, V> one, V value, Field<P, W> other, W otherValue) {
        return agreeing.computeIfAbsent(List.of(one, value, other, otherValue), unknown -> {
            try {
                return alone.apply(part.with(part.with(blank, one, value), other, otherValue)) != null;
            } catch (InvalidCaseException e) {
                return false;
            }
        });
    }
}
