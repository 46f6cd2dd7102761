package org.spsrules.authoring.invariant;

import java.util.Optional;
import org.spsrules.Report.Alert;
import org.spsrules.Report.Basis;
import org.spsrules.Report.Recommendation;
import org.spsrules.Report.Subject;
import org.spsrules.authoring.invariant.Invariant.Breach;

/** What an item of a report says, in the few words that tell it from others. */
final class Said {

    private Said() {}

    /** The code of what an item is about; empty if it is about no one thing. */
    static String about(Optional<Subject> subject) {
        return subject.map(Subject::code).orElse("");
    }

    static String words(String action, Optional<Subject> subject) {
        return (action + " " + about(subject)).strip();
    }

    static boolean cites(Basis basis, String statement) {
        return basis.citations().stream().anyMatch(citation -> citation.id().equals(statement));
    }

    static Breach breach(Recommendation advice) {
        return new Breach(Optional.of(advice.basis().ruleId()), words(advice.action(), advice.subject()));
    }

    static Breach breach(Alert alert) {
        return new Breach(Optional.of(alert.basis().ruleId()), alert.title());
    }
}
