package org.spsrules.authoring.row;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spsrules.authoring.diagnostic.Places;
import org.spsrules.internal.fact.FactModel;
import org.spsrules.internal.fact.FactModel.Question;
import org.spsrules.internal.rule.Condition;
import org.spsrules.internal.rule.Constraint;
import org.spsrules.internal.rule.Operand;
import org.spsrules.internal.rule.Pattern;
import org.spsrules.internal.rule.Sentence;
import org.spsrules.vocabulary.Concept;
import org.spsrules.vocabulary.Vocabulary;

/**
 * What a row says, in place of the variables that stand for it.
 *
 * @param variables what they stand for: a text, or a list of texts
 * @param vocabulary names the codes among them where people read them
 * @param places where the parts of the rule stand; what takes the place of a part stands where the part stood
 */
record Substitution(Map<String, Object> variables, Vocabulary vocabulary, Places places) {

    /**
     * A pattern about what the variables stand for. Where one stands for several, and the pattern takes one, it is asked
     * of each.
     */
    List<Pattern> in(Pattern pattern) {
        Optional<String> several = pattern.constraints().stream()
                .filter(constraint -> !takesSeveral(pattern, constraint))
                .flatMap(constraint -> constraint.operands().stream())
                .flatMap(operand -> listed(operand).stream())
                .findFirst();
        if (several.isEmpty()) {
            return List.of(one(pattern));
        }
        List<Pattern> each = new ArrayList<>();
        for (Object element : (List<?>) variables.getOrDefault(several.get(), List.of())) {
            Map<String, Object> single = new LinkedHashMap<>(variables);
            single.put(several.get(), element);
            each.addAll(new Substitution(single, vocabulary, places).in(pattern));
        }
        return each;
    }

    private static boolean takesSeveral(Pattern pattern, Constraint constraint) {
        return FactModel.instance()
                .type(pattern.factType())
                .flatMap(type -> type.question(constraint.asked()))
                .filter(Question::isVariadic)
                .isPresent();
    }

    /** The name of a variable that stands for several. */
    private Optional<String> listed(Operand operand) {
        return operand.variable().filter(name -> variables.get(name) instanceof List<?>);
    }

    private Pattern one(Pattern pattern) {
        return placed(
                pattern,
                new Pattern(
                        pattern.quantifier(),
                        pattern.factType(),
                        pattern.constraints().stream()
                                .map(constraint -> placed(constraint, constraint.about(this::all)))
                                .toList(),
                        inCode(pattern.text()),
                        pattern.line()));
    }

    /** A count of facts that fit what the variables stand for. */
    Condition.Count in(Condition.Count count) {
        return placed(
                count, new Condition.Count(one(count.pattern()), count.atLeast(), inCode(count.text()), count.line()));
    }

    private Stream<Operand> all(Operand operand) {
        return operand.variable()
                .filter(variables::containsKey)
                .map(name -> texts(name).<Operand>map(text -> placed(operand, new Operand.Text(text))))
                .orElse(Stream.of(operand));
    }

    private Stream<String> texts(String variable) {
        Object value = variables.getOrDefault(variable, List.of());
        return value instanceof List<?> list ? list.stream().map(String::valueOf) : Stream.of(String.valueOf(value));
    }

    private <T> T placed(Object from, T to) {
        places.put(to, places.of(from));
        return to;
    }

    /** A sentence about what the variables stand for. */
    Sentence in(Sentence then) {
        return new Sentence(
                then.verb(),
                then.level(),
                then.objects().stream().flatMap(this::all).toList(),
                then.because().map(this::in),
                then.dose().map(this::in),
                then.how().map(this::in),
                then.forPatient().map(this::in),
                then.after());
    }

    /** A text that people read, with the names of what the variables stand for. */
    String in(String text) {
        return replaced(text, variable -> texts(variable).map(this::name).collect(Collectors.joining(", ")));
    }

    private String name(String text) {
        return vocabulary.concept(text).map(Concept::name).orElse(text);
    }

    private String inCode(String text) {
        return replaced(
                text, variable -> texts(variable).map(code -> '"' + code + '"').collect(Collectors.joining(", ")));
    }

    private String replaced(String text, UnaryOperator<String> value) {
        return Placeholders.replaced(text, name -> variables.containsKey(name) ? value.apply(name) : name);
    }
}
