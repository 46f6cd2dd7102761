package org.spsrules.authoring.generate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.spsrules.Dose;
import org.spsrules.internal.fact.FactModel;
import org.spsrules.internal.rule.Constraint;
import org.spsrules.internal.rule.Pattern;
import org.spsrules.internal.rule.Rule;

/** The numbers at which rules change their mind, with what lies just below and just above each. */
final class Limits {

    private final Map<String, List<BigDecimal>> numbers = new TreeMap<>();
    private final List<Dose> doses = new ArrayList<>();

    Limits(List<Rule> rules) {
        Map<String, TreeSet<BigDecimal>> found = new TreeMap<>();
        TreeSet<String> named = new TreeSet<>();
        for (Rule rule : rules) {
            for (Pattern pattern : rule.patterns()) {
                for (Constraint constraint : pattern.constraints()) {
                    constraint
                            .number()
                            .ifPresent(number -> found.computeIfAbsent(constraint.asked(), field -> new TreeSet<>())
                                    .addAll(around(number)));
                    if (isDose(pattern, constraint)) {
                        named.addAll(constraint.texts());
                    }
                }
            }
        }
        found.forEach((field, values) -> numbers.put(field, List.copyOf(values)));
        named.forEach(dose -> doses.addAll(around(Dose.parse(dose))));
    }

    static boolean isDose(Pattern pattern, Constraint constraint) {
        return FactModel.instance()
                .type(pattern.factType())
                .flatMap(type -> type.question(constraint.asked()))
                .filter(question -> question.says().dose())
                .isPresent();
    }

    /** A number and its neighbours. */
    static List<BigDecimal> around(BigDecimal number) {
        return List.of(number.subtract(BigDecimal.ONE), number, number.add(BigDecimal.ONE));
    }

    /** A dose and its neighbours. */
    static List<Dose> around(Dose dose) {
        BigDecimal little = dose.amount().movePointLeft(2);
        return Stream.of(
                        dose.amount().subtract(little),
                        dose.amount(),
                        dose.amount().add(little))
                .map(amount -> new Dose(amount, dose.unit()))
                .toList();
    }

    /** The numbers around the limits of a field of a fact; empty if no rule compares it. */
    List<BigDecimal> numbers(String field) {
        return numbers.getOrDefault(field, List.of());
    }

    /** The doses around those that rules name, in one of these units. */
    List<Dose> doses(List<String> units) {
        return doses.stream()
                .filter(dose -> units.contains(dose.unit().symbol()))
                .toList();
    }
}
