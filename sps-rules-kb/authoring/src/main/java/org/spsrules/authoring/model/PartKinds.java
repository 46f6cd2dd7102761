package org.spsrules.authoring.model;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.spsrules.Dose;
import org.spsrules.PatientCase;
import org.spsrules.internal.fact.CaseFacts;
import org.spsrules.internal.rule.Constraint;
import org.spsrules.internal.rule.Pattern;
import org.spsrules.internal.shape.Part;
import org.spsrules.vocabulary.Vocabulary;

/**
 * The kinds of parts that rules tell apart.
 *
 * @param facts makes the facts of a case
 * @param asked the patterns of all rules
 */
record PartKinds(Vocabulary vocabulary, CaseFacts facts, Collection<Pattern> asked) {

    /**
     * A kind of part.
     *
     * @param blank a part of this kind that states as little as it can
     * @param factType the facts that are made of it
     * @param alone the case that states nothing else
     */
    <P> PartKind<P> of(Part<P> part, String factType, P blank, Function<P, PatientCase> alone) {
        List<Constraint> constraints = asked.stream()
                .filter(pattern -> pattern.factType().equals(factType))
                .flatMap(Pattern::demands)
                .filter(constraint -> !constraint.dependsOnOthers())
                .distinct()
                .toList();
        List<Dose> limits = constraints.stream()
                .flatMap(constraint -> constraint.texts().stream())
                .filter(text -> Character.isDigit(text.charAt(0)))
                .map(Dose::parse)
                .toList();
        List<BigDecimal> numbers = constraints.stream()
                .flatMap(constraint -> constraint.operands().stream())
                .flatMap(operand -> operand.number().stream())
                .toList();
        return new PartKind<>(
                part,
                blank,
                factType,
                alone,
                facts,
                constraints,
                new Candidates(vocabulary, CaseSpace.AS_OF, limits, numbers));
    }
}
