package org.spsrules.authoring.language;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.spsrules.authoring.diagnostic.LintCode;
import org.spsrules.authoring.diagnostic.Location;
import org.spsrules.authoring.language.TokenReader.NotUnderstoodException;
import org.spsrules.internal.rule.Condition;
import org.spsrules.internal.rule.Constraint;
import org.spsrules.internal.rule.Operand;
import org.spsrules.internal.rule.Pattern;
import org.spsrules.internal.rule.Pattern.Quantifier;

/** The parser of conditions. Drools' parser has found them; what is not of the rule language is refused. */
final class ConditionParser {

    private static final String GROUP_FORM =
            "put alternatives into a group of their own, ( Patient( … ) or Tests( … ) )";
    private static final String COUNT_FORM =
            "facts are counted as in accumulate( Treatment( current ); $n : count( 1 ); $n >= 2 ), from 2 to 20";

    /** The highest number that is counted to. Cases with as many facts are made to try the rule. */
    private static final int MOST_COUNTED = 20;

    private final RuleText text;

    ConditionParser(RuleText text) {
        this.text = text;
    }

    /** The condition, or nothing if it cannot be understood. */
    Optional<Condition> parse(BaseDescr part) {
        Optional<Condition> condition = condition(part);
        condition.ifPresent(found -> text.places().put(found, text.position(part)));
        return condition;
    }

    private Optional<Condition> condition(BaseDescr part) {
        if (part instanceof OrDescr or) {
            return anyOf(or);
        } else if (part instanceof PatternDescr pattern && pattern.getSource() instanceof AccumulateDescr accumulate) {
            return count(pattern, accumulate);
        }
        return pattern(part).flatMap(this::written);
    }

    /** The pattern, or the group of which it is the short form. */
    private Optional<Condition> written(Pattern pattern) {
        List<List<Pattern>> alternatives = alternatives(List.of(pattern));
        return alternatives.size() == 1
                ? Optional.of(pattern)
                : Optional.of(new Condition.AnyOf(alternatives, pattern.text(), pattern.line()));
    }

    /** The ways in which some patterns hold together, of which some may be short forms. */
    private List<List<Pattern>> alternatives(List<Pattern> patterns) {
        List<List<Pattern>> ways = List.of(List.of());
        for (Pattern pattern : patterns) {
            List<Pattern> group = group(pattern);
            ways = ways.stream()
                    .flatMap(way -> group.stream()
                            .map(one ->
                                    Stream.concat(way.stream(), Stream.of(one)).toList()))
                    .toList();
        }
        return ways;
    }

    private List<Pattern> group(Pattern pattern) {
        for (Constraint constraint : pattern.constraints()) {
            Optional<ShortForm> form = ShortForm.of(pattern.factType(), constraint);
            if (form.isPresent()) {
                return group(pattern, constraint, form.get());
            }
        }
        return List.of(pattern);
    }

    private List<Pattern> group(Pattern pattern, Constraint constraint, ShortForm form) {
        Location place = text.places().of(constraint);
        Optional<String> problem =
                pattern.quantifier() == Quantifier.EACH && pattern.constraints().size() == 1
                        ? form.misfit(constraint)
                        : Optional.of("the short form of a group stands alone in a pattern, without not and exists");
        if (problem.isPresent()) {
            text.fail(place, LintCode.WRONG_USE, problem.get());
            return List.of(pattern);
        }
        return form.group(constraint).stream()
                .map(one ->
                        new Pattern(one.quantifier(), one.factType(), one.constraints(), one.text(), pattern.line()))
                .peek(one -> {
                    text.places().put(one, place);
                    one.constraints().forEach(part -> text.places().put(part, place));
                })
                .toList();
    }

    private Optional<Condition> anyOf(OrDescr or) {
        String before = text.code().substring(0, or.getStartCharacter()).stripTrailing();
        if (!before.endsWith("(")) {
            text.fail(or, LintCode.NOT_ALLOWED, GROUP_FORM);
            return Optional.empty();
        }
        List<List<Pattern>> alternatives = new ArrayList<>();
        for (Object descr : or.getDescrs()) {
            List<Pattern> alternative = new ArrayList<>();
            List<?> parts = descr instanceof AndDescr and ? and.getDescrs() : List.of(descr);
            for (Object part : parts) {
                pattern((BaseDescr) part).ifPresent(alternative::add);
            }
            alternatives.addAll(alternatives(alternative));
        }
        return Optional.of(
                new Condition.AnyOf(List.copyOf(alternatives), onOneLine(before.length() - 1), or.getLine()));
    }

    private Optional<Condition> count(PatternDescr whole, AccumulateDescr accumulate) {
        Optional<Integer> atLeast = atLeast(whole, accumulate);
        boolean plain = accumulate.getInputPattern() != null
                && accumulate.getInput() instanceof AndDescr input
                && input.getDescrs().size() == 1;
        if (atLeast.isEmpty() || !plain) {
            text.fail(accumulate, LintCode.NOT_ALLOWED, COUNT_FORM);
            return Optional.empty();
        }
        return pattern(accumulate.getInputPattern())
                .map(pattern -> new Condition.Count(
                        pattern, atLeast.get(), onOneLine(whole.getStartCharacter()), whole.getLine()));
    }

    /** The number in {@code $n : count( 1 ); $n >= 2}, if the functions and constraints are just that. */
    private Optional<Integer> atLeast(PatternDescr whole, AccumulateDescr accumulate) {
        List<? extends BaseDescr> limits = whole.getConstraint().getDescrs();
        if (accumulate.getFunctions().size() != 1 || limits.size() != 1) {
            return Optional.empty();
        }
        AccumulateDescr.AccumulateFunctionCallDescr function =
                accumulate.getFunctions().get(0);
        boolean counts = function.getFunction().equals("count")
                && List.of(function.getParams()).equals(List.of("1"));
        try {
            TokenReader reader = text.reader(text.source(limits.get(0)), text.position(limits.get(0)));
            boolean same = reader.take().text().equals(function.getBind());
            reader.expect(Constraint.Operator.AT_LEAST.symbol());
            Operand number = reader.operand();
            reader.expect(Token.Kind.END, "nothing more");
            return number.number()
                    .map(BigDecimal::intValueExact)
                    .filter(value -> counts && same && value >= 2 && value <= MOST_COUNTED);
        } catch (NotUnderstoodException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private Optional<Pattern> pattern(BaseDescr part) {
        Quantifier quantifier = Quantifier.EACH;
        BaseDescr inner = part;
        if (part instanceof NotDescr not) {
            quantifier = Quantifier.NOT;
            inner = not.getDescrs().get(0);
        } else if (part instanceof ExistsDescr exists) {
            quantifier = Quantifier.EXISTS;
            inner = (BaseDescr) exists.getDescrs().get(0);
        }
        if (!(inner instanceof PatternDescr pattern)) {
            text.fail(
                    part,
                    LintCode.NOT_ALLOWED,
                    "a condition is a pattern such as Patient( adult ), alone or after not or exists; " + GROUP_FORM);
            return Optional.empty();
        }
        boolean plain = pattern.getSource() == null
                && pattern.getBehaviors().isEmpty()
                && pattern.getIdentifier() == null
                && !pattern.isQuery()
                && pattern.getAnnotations().isEmpty();
        if (!plain) {
            text.fail(
                    pattern,
                    LintCode.NOT_ALLOWED,
                    "a pattern has a fact type and constraints and nothing else; bind fields inside it, as in"
                            + " Treatment( $drug : therapy )");
        }
        List<Constraint> constraints = new ArrayList<>();
        for (BaseDescr constraint : pattern.getConstraint().getDescrs()) {
            constraint(constraint).ifPresent(constraints::add);
        }
        Pattern parsed = new Pattern(
                quantifier,
                pattern.getObjectType(),
                List.copyOf(constraints),
                onOneLine(part.getStartCharacter()),
                pattern.getLine());
        text.places().put(parsed, text.position(part));
        return Optional.of(parsed);
    }

    /** The condition that begins here, as reports show it; nothing if it is written so that the rule is refused. */
    private String onOneLine(int offset) {
        try {
            return text.withRow(
                    RuleDocument.onOneLine(text.reader(text.code().substring(offset), text.position(offset))));
        } catch (NotUnderstoodException e) {
            return "";
        }
    }

    private Optional<Constraint> constraint(BaseDescr descr) {
        if (!(descr instanceof ExprConstraintDescr expression)
                || expression.getType() == ExprConstraintDescr.Type.POSITIONAL
                || descr.getStartCharacter() < 0) {
            text.fail(
                    descr,
                    LintCode.NOT_ALLOWED,
                    "this is no constraint; write a flag, a question, a comparison or a name for a value, as in"
                            + " Patient( adult, has( \"fever\" ), age >= 65, $weight : weight )");
            return Optional.empty();
        }
        try {
            return Optional.of(ConstraintParser.parse(text.reader(text.source(expression), text.position(expression))));
        } catch (NotUnderstoodException e) {
            text.fail(e);
            return Optional.empty();
        }
    }
}
