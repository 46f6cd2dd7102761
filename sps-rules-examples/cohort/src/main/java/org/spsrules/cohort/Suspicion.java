package org.spsrules.cohort;

import java.util.Set;
import org.spsrules.PatientCase;
import org.spsrules.Report;

/**
 * Whether a patient may have SPS that nobody has diagnosed: it is suspected and not settled; or nobody has said anything of
 * SPS, and the report asks for a test for it, refers to neurology, or warns that the diagnosis is being missed.
 */
final class Suspicion {

    static final String TEST = "test";
    /** What a report asks for when it looks for SPS. */
    static final Set<String> TESTS = Set.of("anti-gad65", "anti-amphiphysin", "anti-glycine-receptor", "emg");

    private static final String REFER = "refer";
    /** Where the diagnosis is made. */
    static final Set<String> PLACES = Set.of("neurology", "paediatric-neurology");
    /** What alerts about a missed diagnosis are about. */
    static final String DIAGNOSIS = "diagnosis-review";

    private Suspicion() {}

    static boolean of(PatientCase patientCase, Report report) {
        return switch (patientCase.diagnosis().status()) {
            case SUSPECTED -> true;
            case CONFIRMED, EXCLUDED -> false;
            case UNKNOWN -> asksForIt(report);
        };
    }

    private static boolean asksForIt(Report report) {
        // A note tells of something to bear in mind, and warns of nothing.
        return report.everyAlert()
                        .filter(alert -> alert.level() != Report.Alert.Level.INFORMATION)
                        .flatMap(alert -> alert.subject().stream())
                        .anyMatch(subject -> subject.code().equals(DIAGNOSIS))
                || report.recommendations().stream().anyMatch(Suspicion::looksForSps);
    }

    private static boolean looksForSps(Report.Recommendation advice) {
        String about = advice.subject().map(Report.Subject::code).orElse("");
        return advice.action().equals(TEST) && TESTS.contains(about)
                || advice.action().equals(REFER) && PLACES.contains(about);
    }
}
