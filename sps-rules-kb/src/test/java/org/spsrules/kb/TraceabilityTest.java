package org.spsrules.kb;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.spsrules.authoring.trace.Traceability;
import org.spsrules.authoring.trace.Traceability.Coverage;
import org.spsrules.internal.knowledge.Knowledge;

/** Every statement of both sources and every decision is live in the knowledge base. */
class TraceabilityTest {

    private static final int STATEMENTS_OF_DO = 56;
    private static final int STATEMENTS_OF_LW = 121;

    private static final Knowledge KNOWLEDGE = BuiltIn.rules().knowledge();

    @Test
    void nothingIsCarriedByNothingAndNothingUnknownIsCited() {
        assertThat(Traceability.of(KNOWLEDGE).findings()).isEmpty();
    }

    @Test
    void bothSourcesAreWhole() {
        assertThat(Traceability.of(KNOWLEDGE).coverage())
                .filteredOn(coverage -> !coverage.source().code().equals("D"))
                .extracting(Coverage::all)
                .containsExactly((long) STATEMENTS_OF_DO, (long) STATEMENTS_OF_LW);
    }
}
