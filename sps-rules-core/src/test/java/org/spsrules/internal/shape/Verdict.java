package org.spsrules.internal.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.spsrules.InvalidCaseException;
import org.spsrules.PatientCaseBuilder;
import org.spsrules.Problem;

/** The verdict on a case that is built: accepted, or refused with its problems. */
final class Verdict {

    private Verdict() {}

    static List<String> problems(PatientCaseBuilder builder) {
        InvalidCaseException refusal = catchThrowableOfType(InvalidCaseException.class, builder::build);
        assertThat(refusal).as("the case is refused").isNotNull();
        return refusal.problems().stream().map(Problem::toString).toList();
    }

    static void accepted(PatientCaseBuilder builder) {
        assertThatCode(builder::build).doesNotThrowAnyException();
    }
}
