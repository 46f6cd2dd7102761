package org.spsrules.authoring.compile;

import java.util.List;
import java.util.Optional;
import org.spsrules.internal.fact.Finding;
import org.spsrules.internal.rule.Constraint;
import org.spsrules.internal.rule.Operand;
import org.spsrules.internal.rule.Pattern;
import org.spsrules.internal.rule.Rule;
import org.spsrules.internal.rule.Verb;

/**
 * A finding that is read or concluded.
 *
 * @param name code of the finding
 * @param of code of what it is about, empty text if it is about the patient as such; absent if it may be about anything
 */
public record FindingPredicate(String name, Optional<String> of) {

    /** Whether one finding can be both. */
    public boolean overlaps(FindingPredicate other) {
        return name.equals(other.name) && (of.isEmpty() || other.of.isEmpty() || of.equals(other.of));
    }

    /** What a pattern reads; nothing if it does not read findings. */
    public static Optional<FindingPredicate> read(Pattern pattern) {
        return pattern.factType().equals(Finding.class.getSimpleName())
                ? literal(pattern, "name").map(name -> new FindingPredicate(name, literal(pattern, "of")))
                : Optional.empty();
    }

    private static Optional<String> literal(Pattern pattern, String field) {
        return pattern.constraints().stream()
                .filter(Constraint.Comparison.class::isInstance)
                .map(Constraint.Comparison.class::cast)
                .filter(comparison -> comparison.field().equals(field))
                .map(Constraint.Comparison::operand)
                .filter(Operand.Text.class::isInstance)
                .map(operand -> ((Operand.Text) operand).value())
                .findFirst();
    }

    /** What a rule concludes, if it does. */
    public static Optional<FindingPredicate> concluded(Rule rule) {
        List<Operand> objects = rule.then().objects();
        if (rule.then().verb() != Verb.CONCLUDE || !(objects.get(0) instanceof Operand.Text name)) {
            return Optional.empty();
        }
        Optional<String> of = Optional.of("");
        if (objects.size() > 1) {
            of = objects.get(1) instanceof Operand.Text text ? Optional.of(text.value()) : Optional.empty();
        }
        return Optional.of(new FindingPredicate(name.value(), of));
    }
}
