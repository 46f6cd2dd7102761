package org.spsrules.authoring.check;

import java.util.Set;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.diagnostic.LintCode;
import org.spsrules.authoring.diagnostic.Places.Part;
import org.spsrules.authoring.language.ParsedRule;
import org.spsrules.vocabulary.Vocabulary;

/** Checks a rule against the fact model, the vocabulary and the sources. */
public final class RuleCheck {

    /** Conditions are held against each other, so their number must not be without end. */
    private static final int MOST_CONSTRAINTS = 100;

    private final CodeCheck codes;
    private final CitationCheck citations;
    private final Diagnostics diagnostics;

    public RuleCheck(Vocabulary vocabulary, Set<String> statements, Set<String> grades, Diagnostics diagnostics) {
        this.codes = new CodeCheck(vocabulary);
        this.citations = new CitationCheck(statements, grades);
        this.diagnostics = diagnostics;
    }

    public void check(ParsedRule parsed) {
        RuleProblems problems = new RuleProblems(parsed, diagnostics);
        Variables variables = new Variables(problems);
        citations.check(parsed.rule(), problems);
        if (parsed.rule().conditions().isEmpty()) {
            problems.at(Part.WHEN, LintCode.NO_CONDITION, "a rule without conditions would speak of every patient");
        }
        if (constraints(parsed) > MOST_CONSTRAINTS) {
            problems.at(
                    Part.WHEN,
                    LintCode.TOO_LARGE,
                    "a rule asks " + MOST_CONSTRAINTS + " things at most, and this one asks " + constraints(parsed)
                            + "; split it");
        }
        ConditionCheck conditions = new ConditionCheck(problems, variables, codes);
        parsed.rule().conditions().forEach(conditions::check);
        variables.checkText(Part.TITLE, parsed.rule().title());
        new SentenceCheck(problems, variables, codes).check(parsed.rule().then());
    }

    /** Checks the conditions alone. */
    public void conditions(ParsedRule parsed) {
        RuleProblems problems = new RuleProblems(parsed, diagnostics);
        ConditionCheck conditions = new ConditionCheck(problems, new Variables(problems), codes);
        parsed.rule().conditions().forEach(conditions::check);
    }

    private static int constraints(ParsedRule parsed) {
        return parsed.rule().patterns().stream()
                .mapToInt(pattern -> pattern.constraints().size())
                .sum();
    }
}
