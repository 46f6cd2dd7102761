package org.spsrules.authoring.lint;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.spsrules.Dose;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.diagnostic.LintCode;
import org.spsrules.authoring.language.ParsedRule;
import org.spsrules.internal.fact.FactModel;
import org.spsrules.internal.rule.Constraint;
import org.spsrules.internal.rule.Pattern;
import org.spsrules.vocabulary.Concept;
import org.spsrules.vocabulary.Vocabulary;

/** A dose is compared only with that of therapies that are dosed in such a unit. */
final class MixedUnits implements Check {

    private static final List<String> SAYS_WHICH = List.of("isA", "therapy");

    @Override
    public void run(Subject subject, Diagnostics diagnostics) {
        for (ParsedRule rule : subject.rules()) {
            for (Pattern pattern : rule.rule().patterns()) {
                pattern.constraints().stream()
                        .filter(constraint -> asksDose(pattern, constraint))
                        .forEach(constraint -> problem(pattern, constraint, subject.vocabulary())
                                .ifPresent(message ->
                                        diagnostics.add(rule.places().of(constraint), LintCode.MIXED_UNITS, message)));
            }
        }
    }

    private static boolean asksDose(Pattern pattern, Constraint constraint) {
        return FactModel.instance()
                .type(pattern.factType())
                .flatMap(type -> type.question(constraint.asked()))
                .filter(question -> question.says().dose())
                .isPresent();
    }

    private static Optional<String> problem(Pattern pattern, Constraint constraint, Vocabulary vocabulary) {
        List<Constraint> which = pattern.constraints().stream()
                .filter(other -> SAYS_WHICH.contains(other.asked()))
                .toList();
        if (which.isEmpty()) {
            return Optional.of("say of which therapy, as in isA( \"…\" ), before a dose is compared");
        }
        Dose.Unit unit = Dose.parse(constraint.texts().get(0)).unit();
        return which.stream()
                .flatMap(other -> other.texts().stream())
                .flatMap(code -> therapies(code, vocabulary))
                .filter(therapy -> therapy.units().stream().noneMatch(symbol -> comparable(symbol, unit)))
                .findFirst()
                .map(therapy -> therapy.code() + " is not dosed in " + unit.symbol() + " but in "
                        + String.join(", ", therapy.units()));
    }

    /** The therapies that a code stands for and that are stated with a figure. */
    private static Stream<Concept> therapies(String code, Vocabulary vocabulary) {
        return vocabulary.concepts().stream()
                .filter(concept -> !concept.units().isEmpty() && vocabulary.isA(concept.code(), code));
    }

    private static boolean comparable(String symbol, Dose.Unit unit) {
        return Dose.parse("1 " + symbol).unit().comparableWith(unit);
    }
}
