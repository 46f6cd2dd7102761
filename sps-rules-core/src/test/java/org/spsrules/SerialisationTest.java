package org.spsrules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Exceptions cross the border of a process whole, as hosts with remote calls and job queues need it. */
class SerialisationTest {

    private static final List<Problem> PROBLEMS = List.of(
            new Problem(Problem.Kind.OUT_OF_RANGE, "patient.age", "is above 130").at(new Problem.Position(3, 8)),
            new Problem(Problem.Kind.UNKNOWN_TERM, "symptoms.present[x]", "is not known", Optional.empty()));

    static Stream<SpsRulesException> exceptions() {
        return Stream.of(
                new InvalidCaseException(PROBLEMS),
                new UnreadableReportException(PROBLEMS.get(0)),
                new RuleFailedException("a/b", "failed"),
                new UnknownTherapyException("unknown"),
                new KnowledgeException("damaged", new IOException("cause")));
    }

    @ParameterizedTest
    @MethodSource("exceptions")
    void anExceptionIsTheSameAfterwards(SpsRulesException before) throws Exception {
        SpsRulesException after = (SpsRulesException) copy(before);

        assertThat(after).hasSameClassAs(before).hasMessage(before.getMessage());
        assertThat(after)
                .usingRecursiveComparison()
                .ignoringFields("stackTrace", "suppressedExceptions", "cause")
                .isEqualTo(before);
    }

    @Test
    void itsProblemsAreToo() throws Exception {
        InvalidCaseException after = (InvalidCaseException) copy(new InvalidCaseException(PROBLEMS));

        assertThat(after.problems()).isEqualTo(PROBLEMS);
    }

    private static Object copy(Object original) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(original);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return in.readObject();
        }
    }
}
