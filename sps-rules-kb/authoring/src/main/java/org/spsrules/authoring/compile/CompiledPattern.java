package org.spsrules.authoring.compile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spsrules.internal.engine.SingleFacts;
import org.spsrules.internal.rule.Condition;
import org.spsrules.internal.rule.Constraint;
import org.spsrules.internal.rule.Operand;
import org.spsrules.internal.rule.Pattern;

/** Prints what is asked of one fact, and of the single facts beside it, for the Drools compiler. */
final class CompiledPattern {

    /** How what a variable stands for is reached inside the pattern that binds it. */
    private final Map<String, String> paths;

    private CompiledPattern(Map<String, String> paths) {
        this.paths = paths;
    }

    /** A pattern by itself. */
    static String of(Pattern pattern) {
        return of(Optional.of(pattern), List.of());
    }

    /**
     * A pattern together with what is asked of single facts.
     *
     * @param pattern empty if single facts alone are asked
     * @param ofSingleFacts conditions that bind nothing, and read only what this pattern or one before it binds
     */
    static String of(Optional<Pattern> pattern, List<Condition> ofSingleFacts) {
        CompiledPattern joined = new CompiledPattern(pattern.stream()
                .flatMap(first -> first.bindings().stream())
                .collect(Collectors.toMap(
                        Constraint.Binding::variable,
                        binding -> CompiledType.of(pattern.get().factType()).reach(binding.field()))));
        return Stream.concat(
                        pattern.stream().map(first -> new CompiledPattern(Map.of()).constraints(first, ", ")),
                        ofSingleFacts.stream().map(joined::expression))
                .filter(asked -> !asked.isEmpty())
                .collect(Collectors.joining(
                        ", ",
                        pattern.map(first -> CompiledType.of(first.factType()).name())
                                        .orElse(SingleFacts.class.getSimpleName())
                                + "( ",
                        " )"));
    }

    /** Alternatives about single facts. */
    static String anyOf(List<List<Pattern>> alternatives) {
        return SingleFacts.class.getSimpleName() + "( " + new CompiledPattern(Map.of()).expression(alternatives) + " )";
    }

    private String expression(Condition condition) {
        return condition instanceof Pattern pattern ? constraints(pattern, ", ") : expression(condition.alternatives());
    }

    private String expression(List<List<Pattern>> alternatives) {
        return alternatives.stream()
                .map(alternative -> alternative.stream()
                        .map(pattern -> pattern.constraints().isEmpty() ? "true" : constraints(pattern, " && "))
                        .collect(Collectors.joining(" && ")))
                .collect(Collectors.joining(" ) || ( ", "( ( ", " ) )"));
    }

    private String constraints(Pattern pattern, String and) {
        CompiledType type = CompiledType.of(pattern.factType());
        return pattern.constraints().stream()
                .map(constraint -> constraint(type, constraint))
                .collect(Collectors.joining(and));
    }

    private String constraint(CompiledType type, Constraint constraint) {
        String asked = type.reach(constraint.asked());
        String spelt = constraint.spelling(asked, this::operand);
        return constraint instanceof Constraint.Binding ? spelt + ", " + asked + " != null" : spelt;
    }

    private String operand(Operand operand) {
        return operand.text().map(CompiledPattern::quoted).orElseGet(() -> {
            String spelt = operand.spelling();
            return paths.getOrDefault(spelt, spelt);
        });
    }

    /** The reader admits none of these in a text; were one to slip through, the text could become code. */
    static String quoted(String text) {
        if (text.chars().anyMatch(letter -> letter == '"' || letter == '\\' || Character.isISOControl(letter))) {
            throw new IllegalArgumentException("not a plain text: " + text);
        }
        return '"' + text + '"';
    }
}
