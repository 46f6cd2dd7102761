package org.spsrules.authoring.language;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spsrules.internal.rule.Condition;
import org.spsrules.internal.rule.Constraint;
import org.spsrules.internal.rule.Constraint.Operator;
import org.spsrules.internal.rule.Operand;
import org.spsrules.internal.rule.Pattern;
import org.spsrules.internal.rule.Pattern.Quantifier;

/**
 * A short form of a group that rules ask again and again, such as {@code Diagnosis( confirmedOrSuspected )}. The parser puts
 * the group in its place, so that nothing else has to know of it.
 */
public enum ShortForm {
    CONFIRMED_OR_SUSPECTED(
            "Diagnosis",
            "confirmedOrSuspected",
            Takes.NOTHING,
            none -> List.of(diagnosis("confirmed"), diagnosis("suspected"))),

    NOT_EXCLUDED(
            "Diagnosis",
            "notExcluded",
            Takes.NOTHING,
            none -> List.of(diagnosis("confirmed"), diagnosis("suspected"), diagnosis("notStated"))),

    MAY_LACK(
            "Patient",
            "mayLack",
            Takes.ONE,
            code -> List.of(about("Patient", "hasNot", code), about("Patient", "unclear", code))),

    IS_IN(
            "Patient",
            "isIn",
            Takes.SEVERAL,
            settings -> settings.stream()
                    .map(setting -> one(Quantifier.EACH, "Patient", equal("setting", setting)))
                    .toList()),

    TAKES_OR_PLANS(
            "History",
            "takesOrPlans",
            Takes.ONE,
            code -> List.of(
                    one(
                            Quantifier.EXISTS,
                            "Plan",
                            equal("action", new Operand.Text("start")),
                            new Constraint.Predicate("concerns", code)),
                    about("History", "takes", code)));

    /** How many operands a short form takes. */
    private enum Takes {
        NOTHING(0, "nothing in brackets"),
        ONE(1, "one code in brackets"),
        SEVERAL(2, "two words in brackets, or more");

        private final int atLeast;
        private final String words;

        Takes(int atLeast, String words) {
            this.atLeast = atLeast;
            this.words = words;
        }

        boolean fits(int given) {
            return this == SEVERAL ? given >= atLeast : given == atLeast;
        }
    }

    private final String factType;
    private final String word;
    private final Takes takes;
    private final Function<List<Operand>, List<Pattern>> group;

    ShortForm(String factType, String word, Takes takes, Function<List<Operand>, List<Pattern>> group) {
        this.factType = factType;
        this.word = word;
        this.takes = takes;
        this.group = group;
    }

    private static Pattern diagnosis(String flag) {
        return one(Quantifier.EACH, "Diagnosis", new Constraint.Flag(flag));
    }

    private static Pattern about(String factType, String question, List<Operand> code) {
        return one(Quantifier.EACH, factType, new Constraint.Predicate(question, code));
    }

    private static Constraint equal(String field, Operand value) {
        return new Constraint.Comparison(field, Operator.EQUAL, value);
    }

    private static Pattern one(Quantifier quantifier, String factType, Constraint... constraints) {
        return Pattern.of(quantifier, factType, List.of(constraints), 0);
    }

    /** The words of the short forms of a fact type. */
    public static Set<String> wordsOf(String factType) {
        return Stream.of(values())
                .filter(form -> form.factType.equals(factType))
                .map(form -> form.word)
                .collect(Collectors.toSet());
    }

    /** The short form that a constraint on a fact is, if it is one. */
    static Optional<ShortForm> of(String factType, Constraint constraint) {
        boolean asksAlone = constraint instanceof Constraint.Flag || constraint instanceof Constraint.Predicate;
        return Stream.of(values())
                .filter(form -> asksAlone && form.factType.equals(factType) && form.word.equals(constraint.asked()))
                .findFirst();
    }

    /** The patterns of which one has to hold, without their lines. */
    List<Pattern> group(Constraint constraint) {
        return group.apply(constraint.operands());
    }

    /** What is wrong with the operands of a constraint; nothing if they fit. */
    Optional<String> misfit(Constraint constraint) {
        return takes.fits(constraint.operands().size())
                ? Optional.empty()
                : Optional.of(word + " takes " + takes.words);
    }

    /** The form with what it takes, as a rule writes it. */
    public String written() {
        return written(example());
    }

    private String written(List<Operand> operands) {
        Constraint constraint =
                operands.isEmpty() ? new Constraint.Flag(word) : new Constraint.Predicate(word, operands);
        return one(Quantifier.EACH, factType, constraint).text();
    }

    /** The group that it stands for, as a rule would write it. */
    public String meaning() {
        return group.apply(example()).stream().map(Pattern::text).collect(Collectors.joining(" or ", "( ", " )"));
    }

    private List<Operand> example() {
        return Collections.nCopies(takes.atLeast, new Operand.Text("…"));
    }

    /** The short form of a group that is written out, as a rule writes it; empty if there is none. */
    public static Optional<String> of(Condition.AnyOf group) {
        List<Operand> operands = group.patterns().stream()
                .flatMap(pattern -> pattern.constraints().stream())
                .flatMap(constraint -> constraint.operands().stream())
                .distinct()
                .toList();
        boolean simple = group.alternatives().stream().allMatch(alternative -> alternative.size() == 1);
        return Stream.concat(
                        Stream.of(List.<Operand>of(), operands),
                        operands.stream().map(List::of))
                .filter(taken -> simple)
                .flatMap(taken -> Stream.of(values())
                        .filter(form -> form.takes.fits(taken.size()))
                        .filter(form -> asked(form.group.apply(taken)).equals(asked(group.patterns())))
                        .map(form -> form.written(taken)))
                .findFirst();
    }

    private static Set<Pattern> asked(List<Pattern> patterns) {
        return patterns.stream().map(Pattern::plain).collect(Collectors.toSet());
    }
}
