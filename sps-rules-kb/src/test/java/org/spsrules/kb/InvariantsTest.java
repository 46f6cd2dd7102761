package org.spsrules.kb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.spsrules.Answer;
import org.spsrules.Line;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Diagnosis.Status;
import org.spsrules.PatientCase.Treatment;
import org.spsrules.Report;
import org.spsrules.Report.Alert;
import org.spsrules.Report.Recommendation;
import org.spsrules.Report.Subject;
import org.spsrules.SpsRules;
import org.spsrules.authoring.generate.CaseGenerator;
import org.spsrules.fact.CaseFacts;
import org.spsrules.fact.Contraindication;
import org.spsrules.knowledge.Verb;
import org.spsrules.knowledge.Vocabulary;

/** What must hold of every patient, looked at in generated ones: some in every build, 100,000 in the long profile. */
class InvariantsTest {

    private static final long SEED = 20260118;
    private static final int CASES = Integer.getInteger("sps.cases", 10_000);

    @Test
    void theyHold() {
        try (SpsRules rules = SpsRules.load()) {
            CaseGenerator generator = new CaseGenerator(rules.knowledge(), SEED);
            Check check = new Check(rules);
            for (int i = 0; i < CASES; i++) {
                PatientCase patientCase = generator.next();
                Optional<String> broken = check.broken(patientCase, rules.evaluate(patientCase));
                if (broken.isPresent()) {
                    assertThat(broken)
                            .as("case %d of seed %d: %s", i, SEED, patientCase)
                            .isEmpty();
                }
            }
        }
    }

    /** Reads the facts of the case anew instead of trusting what the report says about them. */
    private static final class Check {

        private final Vocabulary vocabulary;
        private final CaseFacts facts;
        private final Set<String> exposures = new HashSet<>();

        Check(SpsRules rules) {
            vocabulary = rules.vocabulary();
            facts = new CaseFacts(vocabulary, rules.knowledge());
            for (Verb verb : Verb.values()) {
                if (verb.role() == Verb.Role.EXPOSURE) {
                    exposures.add(verb.phrase());
                }
            }
        }

        Optional<String> broken(PatientCase patientCase, Report report) {
            boolean confirmed = patientCase.diagnosis().status() == Status.CONFIRMED
                    || patientCase.diagnosis().treatedAsSps() == Answer.YES;
            Set<String> shown = new HashSet<>();
            for (Recommendation advice : report.recommendations()) {
                String therapy = advice.subject().map(Subject::code).orElse("");
                if (!shown.add(advice.action() + " " + therapy)) {
                    return Optional.of("no recommendation is shown twice: " + advice.action() + " " + therapy);
                }
                if (exposures.contains(advice.action())) {
                    Optional<String> exposure = brokenExposure(patientCase, confirmed, advice, therapy);
                    if (exposure.isPresent()) {
                        return exposure;
                    }
                }
            }
            return brokenStanding(report, confirmed);
        }

        private Optional<String> brokenExposure(
                PatientCase patientCase, boolean confirmed, Recommendation advice, String therapy) {
            if (contraindicated(patientCase, therapy)) {
                return Optional.of("nothing contraindicated is begun or increased: " + therapy);
            }
            if (spoiltByExperience(patientCase, therapy)) {
                return Optional.of("nothing that failed or was not tolerated is begun or increased: " + therapy);
            }
            if (vocabulary.isA(therapy, "immunotherapy") && !confirmed) {
                return Optional.of("no immunotherapy without a confirmed diagnosis: " + therapy);
            }
            Set<String> screens = Set.of("hbsag", "anti-hbc");
            boolean unscreened = therapy.equals("rituximab")
                    && !negative(patientCase, screens)
                    && !advice.first().stream().map(Subject::code).toList().containsAll(screens);
            if (unscreened) {
                return Optional.of("rituximab is never ahead of its screen");
            }
            if (therapy.equals("hsct") && !(closed(patientCase, "rituximab") && closed(patientCase, "tacrolimus"))) {
                return Optional.of("transplantation is never before the third line is closed");
            }
            if (vocabulary.isA(therapy, "experimental-treatment")) {
                return Optional.of("experimental treatments are never recommended: " + therapy);
            }
            return advice.basis().citations().isEmpty()
                    ? Optional.of("every item has a source: " + advice.title())
                    : Optional.empty();
        }

        private static Optional<String> brokenStanding(Report report, boolean confirmed) {
            if (!confirmed && report.standing().line() != Line.NONE) {
                return Optional.of("no line without a confirmed diagnosis");
            }
            boolean empty = report.recommendations().isEmpty()
                    && report.alerts().isEmpty()
                    && report.withheld().isEmpty();
            if (empty) {
                return Optional.of("the report is never empty");
            }
            List<Alert.Level> levels =
                    report.alerts().stream().map(Alert::level).toList();
            if (!levels.equals(levels.stream().sorted().toList())) {
                return Optional.of("the most urgent alert comes first: " + levels);
            }
            boolean unfounded = report.withheld().stream()
                    .anyMatch(withheld -> withheld.obstacles().isEmpty());
            return unfounded ? Optional.of("what is withheld says why") : Optional.empty();
        }

        private boolean contraindicated(PatientCase patientCase, String therapy) {
            return facts.of(patientCase).stream()
                    .filter(Contraindication.class::isInstance)
                    .map(Contraindication.class::cast)
                    .anyMatch(found -> found.withholds() && vocabulary.isA(therapy, found.therapy()));
        }

        private static boolean spoiltByExperience(PatientCase patientCase, String therapy) {
            return patientCase.treatments().given().stream()
                    .filter(treatment -> treatment.therapy().equals(therapy))
                    .anyMatch(treatment -> treatment.tolerated() == Answer.NO
                            || treatment.adequateTrial() == Answer.YES
                                    && EnumSet.of(Treatment.Response.NONE, Treatment.Response.WORSE)
                                            .contains(treatment.response()));
        }

        private static boolean negative(PatientCase patientCase, Set<String> tests) {
            return tests.stream()
                    .allMatch(code -> patientCase.tests().stream()
                            .anyMatch(test ->
                                    test.test().equals(code) && test.result() == PatientCase.Test.Result.NEGATIVE));
        }

        /** Closed for any of the reasons of D-02. */
        private boolean closed(PatientCase patientCase, String therapy) {
            boolean refused = vocabulary.selfAndAncestors(therapy).stream()
                    .anyMatch(code -> patientCase.treatments().declined().contains(code)
                            || patientCase.treatments().unavailable().contains(code));
            boolean tried = patientCase.treatments().given().stream()
                    .filter(treatment -> treatment.therapy().equals(therapy))
                    .anyMatch(treatment -> treatment.tolerated() == Answer.NO
                            || treatment.adequateTrial() == Answer.YES
                                    && EnumSet.complementOf(
                                                    EnumSet.of(Treatment.Response.GOOD, Treatment.Response.UNKNOWN))
                                            .contains(treatment.response()));
            boolean passed = patientCase.treatments().given().stream()
                    .anyMatch(treatment -> treatment.therapy().equals("hsct"));
            return refused || tried || passed || contraindicated(patientCase, therapy);
        }
    }
}
