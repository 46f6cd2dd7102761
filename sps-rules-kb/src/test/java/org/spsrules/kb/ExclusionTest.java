package org.spsrules.kb;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spsrules.Answer;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Diagnosis.Status;
import org.spsrules.PatientCase.Test.Result;
import org.spsrules.PatientCase.Treatment.Response;
import org.spsrules.PatientCaseBuilder;
import org.spsrules.Report.Obstacle;
import org.spsrules.Report.Obstacle.Kind;
import org.spsrules.Report.Recommendation;
import org.spsrules.Report.Subject;
import org.spsrules.Sex;
import org.spsrules.SpsRules;

/** What has to be excluded stands first and is told beside every offer of its therapy, and beside none once it is. */
class ExclusionTest {

    private static final SpsRules RULES = BuiltIn.rules();

    @ParameterizedTest(name = "surface antigen {0}, core antibody {1}, given before: {2}")
    @CsvSource({
        "NEGATIVE, NEGATIVE, false, false",
        "NEGATIVE, PENDING,  false, true",
        "PENDING,  NEGATIVE, false, true",
        "PENDING,  PENDING,  false, true",
        "NEGATIVE, NEGATIVE, true,  false",
        "NEGATIVE, PENDING,  true,  true",
    })
    void hepatitisBIsExcludedByBothTests(Result hbsag, Result antiHbc, boolean before, boolean open) {
        PatientCaseBuilder patient =
                afterImmunoglobulin().test("hbsag", hbsag, test -> {}).test("anti-hbc", antiHbc, test -> {});
        if (before) {
            patient.past("rituximab", given -> given.response(Response.GOOD).woreOff(Answer.YES));
        }

        Recommendation offer = offer("rituximab", patient);

        assertThat(offer.action()).isEqualTo(before ? "repeat" : "start");
        assertThat(cautions(offer, "hepatitis B, present or past")).hasSize(open ? 1 : 0);
        if (open) {
            assertThat(first(offer).contains("hbsag")).isEqualTo(hbsag != Result.NEGATIVE);
            assertThat(first(offer).contains("anti-hbc")).isEqualTo(antiHbc != Result.NEGATIVE);
        }
    }

    @ParameterizedTest(name = "recent infusion {0}")
    @CsvSource({"UNKNOWN, true", "NO, false"})
    void aRecentInfusionIsExcludedBeforePlasmapheresis(Answer recent, boolean open) {
        PatientCaseBuilder patient = patient().acuteSevereExacerbation(Answer.YES);
        if (recent == Answer.NO) {
            patient.noConditions("recent-ivig-or-monoclonal-antibody");
        }

        Recommendation offer = offer("plasmapheresis", patient);

        assertThat(first(offer).contains("recent-infusion-check")).isEqualTo(open);
        assertThat(cautions(offer, "immunoglobulin or a monoclonal antibody given recently"))
                .hasSize(open ? 1 : 0);
    }

    @ParameterizedTest(name = "excluded: {0}")
    @CsvSource(delimiter = '|', textBlock = """
                                              | 2
            urea-cycle-disorder               | 1
            polg-disorder                     | 1
            urea-cycle-disorder polg-disorder | 0
            """)
    void metabolicDisordersAreExcludedBeforeValproate(String excluded, int open) {
        PatientCaseBuilder patient = patient().sex(Sex.MALE).conditions("bipolar-disorder");
        if (excluded != null) {
            patient.noConditions(excluded.split(" "));
        }

        Recommendation offer = offer("valproate", patient);

        assertThat(offer.cautions())
                .filteredOn(caution -> caution.reason().startsWith("Nothing on record excludes it"))
                .hasSize(open);
        assertThat(first(offer)).filteredOn("metabolic-exclusion"::equals).hasSize(open > 0 ? 1 : 0);
    }

    private static PatientCaseBuilder patient() {
        return PatientCase.asOf(LocalDate.of(2026, 1, 15)).age(40).diagnosis(Status.CONFIRMED);
    }

    private static PatientCaseBuilder afterImmunoglobulin() {
        return patient().past("ivig", given -> given.response(Response.NONE).adequateTrial(Answer.YES));
    }

    private static Recommendation offer(String therapy, PatientCaseBuilder patient) {
        return RULES.evaluate(patient.build()).recommendations().stream()
                .filter(offer -> offer.subject()
                        .map(Subject::code)
                        .filter(therapy::equals)
                        .isPresent())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no offer of " + therapy));
    }

    private static List<String> first(Recommendation offer) {
        return offer.first().stream().map(Subject::code).toList();
    }

    private static List<Obstacle> cautions(Recommendation offer, String about) {
        return offer.cautions().stream()
                .filter(caution ->
                        caution.kind() == Kind.CAUTION && caution.about().equals(about))
                .toList();
    }
}
