package org.spsrules.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.spsrules.PatientCase;
import org.spsrules.Report;
import org.spsrules.internal.rule.Match;

/** What is compared gives the same answers. */
class ContenderTest {

    @ParameterizedTest
    @EnumSource
    void enginesAgree(SampleCase sampleCase) {
        PatientCase patientCase = sampleCase.patientCase();
        Set<?> expected = (Set<?>) Contender.REFERENCE.evaluationOf(patientCase).get();

        assertThat(expected).isNotEmpty();
        assertThat(Contender.ENGINE_POOLED.evaluationOf(patientCase).get()).isEqualTo(expected);
        assertThat(Contender.ENGINE_UNPOOLED.evaluationOf(patientCase).get()).isEqualTo(expected);
        assertThat(Contender.DROOLS_CONTAINER.evaluationOf(patientCase).get()).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void theReportRestsOnTheSameRules(SampleCase sampleCase) {
        PatientCase patientCase = sampleCase.patientCase();
        Set<?> matches = (Set<?>) Contender.REFERENCE.evaluationOf(patientCase).get();
        Report report = (Report) Contender.SPS_RULES.evaluationOf(patientCase).get();

        assertThat(report.appliedRules())
                .containsExactlyInAnyOrderElementsOf(matches.stream()
                        .map(match -> ((Match) match).rule().id())
                        .collect(Collectors.toSet()));
    }
}
