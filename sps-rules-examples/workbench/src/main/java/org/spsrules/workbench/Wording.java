package org.spsrules.workbench;

import java.util.List;
import org.spsrules.Explanation;
import org.spsrules.OpenQuestion;
import org.spsrules.Reason;
import org.spsrules.Report;
import org.spsrules.SpsRules;
import org.spsrules.WhyNot;
import org.spsrules.authoring.diff.Difference.Changed;
import org.spsrules.workbench.ReportText.Detail;

/** The words of {@code sps} about a case, on a page of any kind. Immutable; safe for use by several threads. */
public final class Wording {

    private static final Look PLAIN = new Look(80, Colours.PLAIN, TerminalCharset.UNICODE);

    private final ReportText reports;
    private final SpsRules rules;

    /** The words about what these rules say. */
    public Wording(SpsRules rules) {
        this.rules = rules;
        this.reports = new ReportText(PLAIN, Detail.SHORT, false, rules.knowledge());
    }

    /** Writes what is read of a report in a minute, as {@code sps evaluate} does. */
    public void report(Report report, Page page) {
        reports.brief(report, List.of(), page);
    }

    /** Writes what to ask first. */
    public void questions(List<OpenQuestion> questions, Page page) {
        new QuestionList(page).write(questions);
    }

    /** Writes why a report says what it says, as {@code sps explain} does. */
    public void why(Explanation explanation, Page page) {
        new WhyPage(page, Detail.FULL).write(explanation, List.of());
    }

    /** Writes how a rule came to apply. */
    public void why(Reason rule, Page page) {
        new ReasonTree(page, Detail.SHORT).met(rule);
    }

    /** Writes how each condition of a rule turns out, whether or not the rule applies. */
    public void conditions(Reason rule, Page page) {
        new ReasonTree(page, Detail.SHORT).conditions(rule);
    }

    /** Writes why a therapy is not recommended. */
    public void whyNot(WhyNot answer, Page page) {
        new WhyNotPage(page, Detail.FULL, rules.vocabulary()).write(answer);
    }

    /** What becomes otherwise. */
    public static String change(Changed changed) {
        return ChangeWords.of(changed);
    }
}
