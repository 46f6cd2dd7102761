package org.spsrules.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts that a person has read and found good. */
class ApprovedReportsTest {

    private static final String APPROVE = "sps.approve";

    @ParameterizedTest
    @ValueSource(strings = {"p01-untreated", "p28-pump-alarm", "a09-wants-to-stop-diazepam"})
    void theTextIsTheApprovedOne(String name) throws IOException {
        Path approved = Path.of("src/test/resources/approved", name + ".txt");
        String text = withoutStamp(Run.evaluating(Run.example(name + ".yaml")).out());
        if (Boolean.getBoolean(APPROVE)) {
            Files.writeString(approved, text);
        }

        assertThat(approved)
                .as(
                        "If you have read the new text and it is right, approve it with"
                                + " ./mvnw -pl sps-rules-examples/workbench -am test -Dtest=%s"
                                + " -Dsurefire.failIfNoSpecifiedTests=false -D%s=true",
                        getClass().getSimpleName(), APPROVE)
                .hasContent(text);
    }

    /** Every change of the knowledge base changes its stamp; only changes of what is said are of interest here. */
    private static String withoutStamp(String text) {
        return text.replaceFirst("Knowledge base .* rules\n$", "Knowledge base ...\n");
    }
}
