package org.spsrules.authoring.mutation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.spsrules.Dose;
import org.spsrules.internal.fact.FactModel;
import org.spsrules.internal.fact.FactModel.FactType;
import org.spsrules.internal.fact.FactModel.Question;
import org.spsrules.internal.rule.Constraint;
import org.spsrules.internal.rule.Constraint.Comparison;
import org.spsrules.internal.rule.Constraint.Flag;
import org.spsrules.internal.rule.Constraint.Operator;
import org.spsrules.internal.rule.Constraint.Predicate;
import org.spsrules.internal.rule.Operand;
import org.spsrules.internal.rule.Pattern;
import org.spsrules.internal.rule.Rule;
import org.spsrules.vocabulary.Vocabulary;

/** Faults in what a pattern asks of a fact. */
final class PatternFaults {

    private static final Map<String, String> OPPOSITES = opposites(
            "has/hasNot",
            "takes/takesNo",
            "had/neverHad",
            "positive/negative",
            "current/past",
            "adult/child",
            "female/male",
            "scheduled/asNeeded",
            "tolerated/notTolerated",
            "adequateTrial/inadequateTrial",
            "suspected/excluded",
            "unavailable/declined",
            "takenAsPrescribed/notTakenAsPrescribed",
            "abrupt/gradual",
            "doseBelow/doseAtLeast");

    private static final Map<Operator, Operator> NEIGHBOURS = Map.of(
            Operator.AT_LEAST, Operator.MORE,
            Operator.MORE, Operator.AT_LEAST,
            Operator.LESS, Operator.AT_MOST,
            Operator.AT_MOST, Operator.LESS);

    private final List<String> codes;
    private final Vocabulary vocabulary;
    private final Siblings siblings;

    PatternFaults(List<String> codes, Vocabulary vocabulary, Siblings siblings) {
        this.codes = codes;
        this.vocabulary = vocabulary;
        this.siblings = siblings;
    }

    private static Map<String, String> opposites(String... pairs) {
        Map<String, String> opposites = new HashMap<>();
        for (String pair : pairs) {
            String[] words = pair.split("/");
            opposites.put(words[0], words[1]);
            opposites.put(words[1], words[0]);
        }
        return opposites;
    }

    List<Mutant> in(Rule rule) {
        List<Mutant> mutants = new ArrayList<>();
        Site.in(rule)
                .forEach(site -> FactModel.instance()
                        .type(site.pattern().factType())
                        .ifPresent(type -> new Faults(rule, site, type, mutants).find()));
        return mutants;
    }

    /** The faults in one constraint of a rule. */
    private final class Faults {

        private final Rule rule;
        private final Pattern pattern;
        private final FactType type;
        private final Constraint constraint;
        private final List<Mutant> mutants;

        Faults(Rule rule, Site site, FactType type, List<Mutant> mutants) {
            this.rule = rule;
            this.pattern = site.pattern();
            this.type = type;
            this.constraint = site.constraint();
            this.mutants = mutants;
        }

        void find() {
            // Without its name or subject a finding would be any, and the rule would wait for itself.
            if (!pattern.isFinding() && !guardsDose() && !(constraint instanceof Constraint.Binding)) {
                add(Fault.CONSTRAINT_DROPPED, "", Optional.empty());
            }
            if (constraint instanceof Flag flag) {
                questions(flag.field()).forEach((fault, name) -> add(fault, name, Optional.of(new Flag(name))));
            } else if (constraint instanceof Predicate predicate) {
                predicate(predicate);
            } else if (constraint instanceof Comparison comparison) {
                comparison(comparison);
            }
            constraint.operands().forEach(this::swapped);
        }

        /** The name of a finding tells what is asked, and is no word of a class. */
        private void swapped(Operand operand) {
            Optional<String> sibling = operand.text()
                    .filter(text -> !(pattern.isFinding() && constraint.asked().equals("name")))
                    .flatMap(text -> siblings.of(text, constraint.texts()));
            sibling.ifPresent(other -> add(
                    Fault.CONCEPT_SWAPPED,
                    inWords(operand) + " as " + other,
                    operand,
                    Optional.of(
                            constraint.about(each -> Stream.of(each == operand ? new Operand.Text(other) : each)))));
        }

        /** Whether it says whose dose is compared; without it, units would meet that no engine can compare. */
        private boolean guardsDose() {
            return constraint.asked().equals("isA")
                    && pattern.constraints().stream().anyMatch(other -> isDose(other.asked()));
        }

        private boolean isDose(String question) {
            return type.question(question).filter(asked -> asked.says().dose()).isPresent();
        }

        private void add(Fault fault, String instead, Optional<Constraint> wrong) {
            add(fault, text() + (instead.isEmpty() ? "" : " as " + instead), constraint, wrong);
        }

        private void add(Fault fault, String what, Object part, Optional<Constraint> wrong) {
            mutants.add(RuleFaults.mutant(
                    fault,
                    pattern.line(),
                    pattern.text() + ": " + what,
                    part,
                    rule,
                    new Rewrite(rule).constraint(pattern, constraint, wrong)));
        }

        /** Questions that may be taken for this one, each with the fault that this would be. */
        private Map<Fault, String> questions(String name) {
            Map<Fault, String> others = new HashMap<>();
            Optional.ofNullable(OPPOSITES.get(name))
                    .filter(opposite -> type.question(opposite).isPresent())
                    .ifPresent(opposite -> others.put(Fault.QUESTION_REVERSED, opposite));
            type.question(name)
                    .map(question -> question.says().strictly())
                    .filter(strict -> !strict.isEmpty())
                    .ifPresent(strict -> others.put(Fault.UNKNOWN_READ_AS_NO, strict));
            type.questions().values().stream()
                    .filter(question -> question.says().strictly().equals(name))
                    .findFirst()
                    .ifPresent(lenient -> others.put(Fault.UNKNOWN_READ_AS_YES, lenient.name()));
            return others;
        }

        private void predicate(Predicate predicate) {
            questions(predicate.name())
                    .forEach(
                            (fault, name) -> add(fault, name, Optional.of(new Predicate(name, predicate.arguments()))));
            List<Operand> arguments = predicate.arguments();
            if (arguments.size() > 1) {
                add(
                        Fault.ALTERNATIVE_DROPPED,
                        "the first alone",
                        Optional.of(new Predicate(predicate.name(), arguments.subList(0, 1))));
                arguments.forEach(argument -> add(
                        Fault.DISJUNCT_DROPPED,
                        text() + " without " + inWords(argument),
                        argument,
                        Optional.of(constraint.about(each -> each == argument ? Stream.empty() : Stream.of(each)))));
            } else {
                arguments.get(0).text().ifPresent(text -> {
                    if (isDose(predicate.name())) {
                        add(Fault.LIMIT_OFF_BY_ONE, "1 % more", Optional.of(about(more(text))));
                        add(Fault.LIMIT_MOVED, "one step less", Optional.of(about(less(text))));
                    } else {
                        member(text)
                                .ifPresent(
                                        member -> add(Fault.CLASS_READ_AS_MEMBER, member, Optional.of(about(member))));
                    }
                });
            }
        }

        private static String more(String text) {
            Dose dose = Dose.parse(text);
            BigDecimal more = dose.amount().multiply(new BigDecimal("1.01"));
            return new Dose(more.stripTrailingZeros(), dose.unit()).toString();
        }

        private static String less(String text) {
            Dose dose = Dose.parse(text);
            BigDecimal step = step(dose.amount());
            // A dose is more than nothing.
            BigDecimal less = dose.amount().compareTo(step) > 0 ? step : step.movePointLeft(1);
            return new Dose(dose.amount().subtract(less), dose.unit()).toString();
        }

        /** One in the last place of a number. */
        private static BigDecimal step(BigDecimal number) {
            return BigDecimal.ONE.movePointLeft(
                    Math.max(0, number.stripTrailingZeros().scale()));
        }

        private Constraint about(String other) {
            return constraint.about(operand -> Stream.of(new Operand.Text(other)));
        }

        private Optional<String> member(String code) {
            return codes.stream()
                    .filter(other -> !other.equals(code) && vocabulary.isA(other, code))
                    .findFirst();
        }

        private void comparison(Comparison comparison) {
            Operator neighbour = NEIGHBOURS.get(comparison.operator());
            if (neighbour != null) {
                add(
                        Fault.LIMIT_OFF_BY_ONE,
                        neighbour.symbol(),
                        Optional.of(new Comparison(comparison.field(), neighbour, comparison.operand())));
                Operator reversed = reversed(comparison.operator());
                add(
                        Fault.COMPARISON_REVERSED,
                        reversed.symbol(),
                        Optional.of(new Comparison(comparison.field(), reversed, comparison.operand())));
                comparison.operand().number().ifPresent(limit -> moved(comparison, limit));
            }
            comparison
                    .operand()
                    .text()
                    .flatMap(word -> words(comparison.field())
                            .filter(other -> !other.equals(word))
                            .findFirst())
                    .ifPresent(other -> add(Fault.WORD_MISREAD, other, Optional.of(about(other))));
        }

        private static Operator reversed(Operator operator) {
            return switch (operator) {
                case AT_LEAST -> Operator.LESS;
                case MORE -> Operator.AT_MOST;
                case LESS -> Operator.AT_LEAST;
                case AT_MOST -> Operator.MORE;
                case EQUAL -> Operator.EQUAL;
            };
        }

        /** Away from where the limit lies when it includes what it excludes, or the reverse. */
        private void moved(Comparison comparison, BigDecimal limit) {
            boolean down = comparison.operator() == Operator.AT_LEAST || comparison.operator() == Operator.LESS;
            BigDecimal moved = down ? limit.subtract(step(limit)) : limit.add(step(limit));
            add(
                    Fault.LIMIT_MOVED,
                    moved.toPlainString(),
                    Optional.of(new Comparison(comparison.field(), comparison.operator(), new Operand.Numeral(moved))));
        }

        private Stream<String> words(String field) {
            return type.question(field).map(Question::says).stream().flatMap(says -> says.words().stream());
        }

        private String text() {
            return constraint instanceof Predicate
                    ? constraint.asked()
                            + constraint.operands().stream()
                                    .map(PatternFaults::inWords)
                                    .toList()
                    : constraint.spelling(constraint.asked(), PatternFaults::inWords);
        }
    }

    private static String inWords(Operand operand) {
        return operand.text().orElse(operand.spelling());
    }
}
