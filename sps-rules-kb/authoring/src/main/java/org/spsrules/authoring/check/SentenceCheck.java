package org.spsrules.authoring.check;

import java.util.List;
import org.spsrules.authoring.check.ValueKind.Codes;
import org.spsrules.authoring.diagnostic.LintCode;
import org.spsrules.authoring.diagnostic.Places.Part;
import org.spsrules.internal.rule.Operand;
import org.spsrules.internal.rule.Sentence;
import org.spsrules.internal.rule.Verb;

/** Checks what one rule says. Not thread-safe. */
final class SentenceCheck {

    private final RuleProblems problems;
    private final Variables variables;
    private final CodeCheck codes;

    SentenceCheck(RuleProblems problems, Variables variables, CodeCheck codes) {
        this.problems = problems;
        this.variables = variables;
        this.codes = codes;
    }

    void check(Sentence then) {
        then.because().ifPresent(text -> variables.checkText(Part.BECAUSE, text));
        then.how().ifPresent(text -> variables.checkText(Part.HOW, text));
        then.forPatient().ifPresent(text -> variables.checkText(Part.FOR_PATIENT, text));
        if (then.verb() == Verb.CONCLUDE) {
            conclusion(then);
        } else {
            said(then);
        }
    }

    private void conclusion(Sentence then) {
        List<Operand> objects = then.objects();
        if (objects.isEmpty() || objects.size() > 2 || then.finding().isEmpty()) {
            problems.at(
                    Part.SENTENCE,
                    LintCode.WRONG_USE,
                    "conclude a finding, and what it is about: conclude( \"step-open\", \"antiepileptic-step\" )");
            return;
        }
        object(objects.get(0), then.verb(), Codes.FINDING);
        objects.stream().skip(1).forEach(object -> object(object, then.verb(), Codes.SUBJECT));
    }

    private void said(Sentence then) {
        Verb verb = then.verb();
        List<Operand> objects = then.objects();
        boolean alert = verb.role() == Verb.Role.ALERT;
        if (objects.size() > 1 || objects.isEmpty() && !alert) {
            problems.at(
                    Part.SENTENCE,
                    LintCode.WRONG_USE,
                    verb.word() + " speaks of one thing: " + verb.word()
                            + (alert ? "( critical, \"…\" )" : "( \"…\" )"));
        }
        if (then.dose().isPresent() && verb.role() != Verb.Role.EXPOSURE) {
            problems.at(
                    Part.DOSE,
                    LintCode.WRONG_USE,
                    "only what begins or increases a therapy has a dose; write how( … ) after " + verb.word());
        }
        if (then.because().isEmpty()) {
            problems.at(Part.SENTENCE, LintCode.NO_REASON, "say why: " + ".because( \"…\" )");
        }
        Codes subject = verb.role() == Verb.Role.EXPOSURE ? Codes.THERAPY : Codes.SUBJECT;
        objects.forEach(object -> object(object, verb, subject));
        for (String code : then.after()) {
            codes.mistake(code, Codes.PREPARATION)
                    .ifPresent(mistake -> problems.at(Part.AFTER, code, mistake.code(), mistake.message()));
        }
    }

    private void object(Operand object, Verb verb, Codes wanted) {
        if (object instanceof Operand.Variable variable) {
            variables.check(variable, verb.word(), wanted);
            variables.checkOne(variable, verb.word());
        } else if (object instanceof Operand.Text text) {
            codes.mistake(text.value(), wanted)
                    .ifPresent(mistake -> problems.at(text, mistake.code(), mistake.message()));
        } else {
            problems.at(object, LintCode.WRONG_TYPE, "a sentence speaks of concepts, not of numbers");
        }
    }
}
