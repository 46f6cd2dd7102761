package org.spsrules.authoring.check;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.spsrules.Dose;
import org.spsrules.authoring.check.ValueKind.Codes;
import org.spsrules.authoring.check.ValueKind.Words;
import org.spsrules.authoring.diagnostic.LintCode;
import org.spsrules.authoring.language.EverydayWord;
import org.spsrules.authoring.language.ShortForm;
import org.spsrules.authoring.row.RowModel;
import org.spsrules.internal.fact.FactModel.FactType;
import org.spsrules.internal.fact.FactModel.Question;
import org.spsrules.internal.rule.Constraint;
import org.spsrules.internal.rule.Constraint.Operator;
import org.spsrules.internal.rule.Operand;
import org.spsrules.internal.rule.Pattern;
import org.spsrules.internal.rule.Pattern.Quantifier;
import org.spsrules.internal.spelling.Suggestion;

/**
 * Checks the constraints of one rule's patterns. Drools would take a misspelt code for one that never occurs, and an
 * unknown field for an error without a line. Not thread-safe.
 */
final class ConstraintCheck {

    private final RuleProblems problems;
    private final Variables variables;
    private final CodeCheck codes;

    ConstraintCheck(RuleProblems problems, Variables variables, CodeCheck codes) {
        this.problems = problems;
        this.variables = variables;
        this.codes = codes;
    }

    void check(Pattern pattern, FactType type, Constraint constraint) {
        question(constraint, type, constraint.asked()).ifPresent(question -> {
            if (constraint instanceof Constraint.Flag flag) {
                flag(flag, question);
            } else if (constraint instanceof Constraint.Predicate predicate) {
                predicate(predicate, question);
            } else if (constraint instanceof Constraint.Comparison comparison) {
                comparison(comparison, question, ValueKind.of(pattern, question));
            } else if (constraint instanceof Constraint.Binding binding) {
                binding(pattern, binding, question);
            }
        });
    }

    private Optional<Question> question(Constraint constraint, FactType type, String name) {
        Optional<Question> question = type.question(name);
        if (question.isEmpty()) {
            Set<String> names = type.questions().keySet();
            problems.at(
                    constraint,
                    LintCode.UNKNOWN_FIELD,
                    type.name() + " has no " + name + "; it has " + String.join(", ", names)
                            + EverydayWord.instead(
                                    name,
                                    Stream.concat(names.stream(), ShortForm.wordsOf(type.name()).stream())
                                            .toList()));
        }
        return question;
    }

    private void flag(Constraint.Flag flag, Question question) {
        if (!question.isFlag()) {
            problems.at(
                    flag,
                    LintCode.WRONG_USE,
                    flag.field()
                            + (question.isPredicate()
                                    ? " needs to be told of what: " + flag.field() + "( \"…\" )"
                                    : " is a value; compare it, for example " + flag.field()
                                            + (question.isNumber() ? " >= …" : " == …")));
        }
    }

    private void predicate(Constraint.Predicate predicate, Question question) {
        int given = predicate.arguments().size();
        boolean fits = question.isPredicate() && (question.isVariadic() ? given > 0 : given == 1);
        if (!fits) {
            problems.at(
                    predicate,
                    LintCode.WRONG_USE,
                    predicate.name()
                            + (question.isPredicate()
                                    ? " takes one text; to ask for several, write a question for each, or alternatives joined by or"
                                    : " takes nothing in brackets"));
            return;
        }
        ValueKind wanted = ValueKind.argumentOf(question);
        predicate.arguments().forEach(argument -> operand(argument, predicate.name(), wanted));
    }

    private void comparison(Constraint.Comparison comparison, Question question, ValueKind kind) {
        if (!question.isField()) {
            problems.at(comparison, LintCode.WRONG_USE, question.name() + " is not a value that can be compared");
        } else if (question.isList()) {
            problems.at(
                    comparison,
                    LintCode.WRONG_USE,
                    question.name() + " holds several values; bind them, as in $all : " + question.name());
        } else if (!question.isNumber() && comparison.operator() != Operator.EQUAL) {
            problems.at(
                    comparison, LintCode.WRONG_TYPE, question.name() + " is a word; words are only compared with ==");
        } else {
            operand(comparison.operand(), question.name(), kind);
        }
    }

    private void operand(Operand operand, String user, ValueKind wanted) {
        if (operand instanceof Operand.Variable variable) {
            variables.check(variable, user, wanted);
        } else if (wanted instanceof ValueKind.Number) {
            if (!(operand instanceof Operand.Numeral)) {
                problems.at(
                        operand, LintCode.WRONG_TYPE, user + " is a number; compare it with a number, without quotes");
            }
        } else if (operand instanceof Operand.Text text) {
            text(text, user, wanted);
        } else {
            problems.at(operand, LintCode.WRONG_TYPE, user + " takes a text in quotes, " + wanted);
        }
    }

    private void text(Operand.Text text, String user, ValueKind wanted) {
        if (wanted instanceof Codes kinds) {
            codes.mistake(text.value(), kinds)
                    .ifPresent(mistake -> problems.at(text, mistake.code(), mistake.message()));
        } else if (wanted instanceof Words words) {
            if (!words.words().contains(text.value())) {
                problems.at(
                        text,
                        LintCode.UNKNOWN_WORD,
                        user + " is never \"" + text.value() + "\"; it is " + wanted
                                + Suggestion.didYouMean(text.value(), words.words()));
            }
        } else {
            try {
                Dose.parse(text.value());
            } catch (IllegalArgumentException e) {
                problems.at(text, LintCode.UNKNOWN_UNIT, String.valueOf(e.getMessage()));
            }
        }
    }

    private void binding(Pattern pattern, Constraint.Binding binding, Question question) {
        if (!question.isField()) {
            problems.at(binding, LintCode.WRONG_USE, binding.field() + " is not a value that can be bound");
            return;
        }
        if (pattern.quantifier() != Quantifier.EACH) {
            problems.at(binding, LintCode.WRONG_USE, "what is bound inside not or exists cannot be used outside");
        }
        ValueKind kind = ValueKind.of(pattern, question);
        if (RowModel.type(pattern.factType()).isPresent()) {
            variables.bindToRow(binding, kind, question.isList());
        } else {
            variables.bind(binding, kind);
        }
    }
}
