package org.spsrules.authoring.check;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.spsrules.authoring.diagnostic.LintCode;
import org.spsrules.authoring.diagnostic.Places.Part;
import org.spsrules.internal.rule.Rule;
import org.spsrules.internal.spelling.Suggestion;

/** Checks what a rule rests on: statements and grades of evidence that exist. Immutable. */
final class CitationCheck {

    private final Set<String> statements;
    private final Set<String> grades;

    CitationCheck(Set<String> statements, Set<String> grades) {
        this.statements = Set.copyOf(statements);
        this.grades = Set.copyOf(grades);
    }

    void check(Rule rule, RuleProblems problems) {
        if (rule.sources().isEmpty()) {
            problems.at(Part.SOURCE, LintCode.NO_SOURCE, "a rule cites what it rests on: @source( \"DO-01\" )");
        }
        for (String id : unknown(rule.sources(), statements)) {
            problems.at(Part.SOURCE, id, LintCode.UNKNOWN_STATEMENT, "there is no statement " + id + instead(id));
        }
        if (rule.grades().isEmpty()) {
            problems.at(
                    Part.EVIDENCE,
                    LintCode.NO_EVIDENCE,
                    "a rule says how strong its evidence is: @evidence( \"label\" )");
        }
        for (String grade : unknown(rule.grades(), grades)) {
            problems.at(
                    Part.EVIDENCE,
                    grade,
                    LintCode.UNKNOWN_EVIDENCE_GRADE,
                    "there is no evidence grade " + grade + known(grade));
        }
    }

    private String known(String grade) {
        String meant = Suggestion.didYouMean(grade, grades);
        return meant.isEmpty() ? "; there are " + String.join(", ", new TreeSet<>(grades)) : meant;
    }

    /** What was meant; a zero for the letter O is seen by nobody. */
    private String instead(String id) {
        if (id.contains(";")) {
            return "; put a comma between ids, and not a semicolon";
        }
        String letter = id.replaceFirst("^([A-Z]*)0", "$1O");
        return statements.contains(letter)
                ? "; did you mean " + letter + ", with the letter O?"
                : Suggestion.didYouMean(id, statements);
    }

    private static List<String> unknown(List<String> named, Set<String> existing) {
        return named.stream().filter(name -> !existing.contains(name)).toList();
    }
}
