package org.spsrules.cohort;

import java.util.Set;
import java.util.stream.Stream;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Test.Result;
import org.spsrules.Report;
import org.spsrules.vocabulary.Vocabulary;

/**
 * Whether a patient may have SPS that nobody has diagnosed: it is suspected and not settled; or nobody has said anything of
 * SPS, and the report asks for a test for it, refers to neurology, or warns that the diagnosis is being missed. Spasticity
 * alone, and antibodies that diabetes explains, do not make one; startle or fear of a task does, unless anti-GAD65 is known
 * to be negative.
 */
final class Suspicion {

    static final String TEST = "test";
    /** What a report asks for when it looks for SPS. */
    static final Set<String> TESTS = Set.of("anti-gad65", "anti-amphiphysin", "anti-glycine-receptor", "emg");
    /** Where the diagnosis is made. */
    static final Set<String> PLACES = Set.of("neurology", "paediatric-neurology");
    /** What alerts about a missed diagnosis are about. */
    static final String DIAGNOSIS = "diagnosis-review";
    /** The rule that refers whoever may be stiff, spasticity and diabetes included. */
    static final String WAY = "diagnosis/way-to-the-diagnosis";
    /** What is stiffness of SPS, unlike spasticity; what belongs to these is too. */
    static final Set<String> STIFFNESS = Set.of("rigidity", "spasm");
    /** What is easily taken for a psychiatric illness. */
    static final Set<String> HINTS = Set.of("startle", "task-specific-phobia");
    /** What brings low antibodies by itself. */
    static final String DIABETES = "diabetes";

    static final String ANTIBODY = "anti-gad65";
    static final String HIGH_ANTIBODY = "anti-gad65-high";
    private static final String REFER = "refer";

    private final Vocabulary vocabulary;

    Suspicion(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    boolean of(PatientCase patientCase, Report report) {
        return switch (patientCase.diagnosis().status()) {
            case SUSPECTED -> true;
            case CONFIRMED, EXCLUDED -> false;
            case UNKNOWN -> asksForIt(patientCase, report) || hintsAtIt(patientCase);
        };
    }

    private boolean asksForIt(PatientCase patientCase, Report report) {
        boolean wayCounts = isStiffOrHasUnexplainedAntibodies(patientCase);
        // A note tells of something to bear in mind, and warns of nothing.
        return report.everyAlert()
                        .filter(alert -> alert.level() != Report.Alert.Level.INFORMATION)
                        .flatMap(alert -> alert.subject().stream())
                        .anyMatch(subject -> subject.code().equals(DIAGNOSIS))
                || report.recommendations().stream()
                        .filter(Suspicion::looksForSps)
                        .anyMatch(
                                advice -> wayCounts || !advice.basis().ruleId().equals(WAY));
    }

    private boolean isStiffOrHasUnexplainedAntibodies(PatientCase patientCase) {
        return hasAny(patientCase.symptoms().present(), STIFFNESS)
                || results(patientCase, HIGH_ANTIBODY).anyMatch(Result.POSITIVE::equals)
                || results(patientCase, ANTIBODY).anyMatch(Result.POSITIVE::equals)
                        && !hasAny(patientCase.conditions().present(), Set.of(DIABETES));
    }

    private boolean hintsAtIt(PatientCase patientCase) {
        return hasAny(patientCase.symptoms().present(), HINTS)
                && results(patientCase, ANTIBODY).noneMatch(Result.NEGATIVE::equals);
    }

    private boolean hasAny(Set<String> present, Set<String> wanted) {
        return present.stream().anyMatch(code -> wanted.stream().anyMatch(one -> vocabulary.isA(code, one)));
    }

    private static Stream<Result> results(PatientCase patientCase, String test) {
        return patientCase.tests().stream()
                .filter(known -> known.test().equals(test))
                .map(PatientCase.Test::result);
    }

    private static boolean looksForSps(Report.Recommendation advice) {
        String about = advice.subject().map(Report.Subject::code).orElse("");
        return advice.action().equals(TEST) && TESTS.contains(about)
                || advice.action().equals(REFER) && PLACES.contains(about);
    }
}
