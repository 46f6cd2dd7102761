package org.spsrules.authoring.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spsrules.authoring.SmallKnowledge;
import org.spsrules.internal.knowledge.LadderStep;

/** Each mistake in a row of the ladder is named with its file, its line, and what would be right. */
class LadderDataTest {

    private static final String FILE = "vocabulary/ladder.yaml";

    /** Line 2 begins the first row, line 9 the second, line 17 the third. */
    private static final String LADDER = """
            steps:
              - code: one
                line: FIRST
                step: "1"
                title: Diazepam
                therapies: [diazepam]
                closed-by: [diazepam]
                sources: [DO-01]
              - code: two
                line: SECOND
                step: "1"
                title: Clonazepam
                therapies: [clonazepam]
                closed-by: [clonazepam]
                passed-by: THIRD
                sources: [DO-01]
              - code: three
                line: SECOND
                step: "2"
                title: Both
                therapies: [diazepam, clonazepam]
                beside: two
                once-closed: [diazepam]
                sources: [DO-01]
            """;

    @TempDir
    Path folder;

    private SmallKnowledge knowledge;

    @BeforeEach
    void write() throws IOException {
        knowledge = new SmallKnowledge(folder);
    }

    private void ladder(String text) throws IOException {
        knowledge.write(FILE, text);
    }

    @Test
    void theLadderIsInOrder() throws IOException {
        ladder(LADDER);

        assertThat(knowledge.problems()).isEmpty();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            closed-by: [clonazepam]    | closed-by: [clonazepan]                     | 14 | 16 | unknown-concept | did you mean clonazepam?
            closed-by: [clonazepam]    | closed-by: [sleep-apnoea]                   | 14 | 16 | wrong-kind      | here stands a therapy
            closed-by: [clonazepam]    | closed-with-class: diazepam                 | 14 | 24 | wrong-kind      | diazepam is a therapy; here stands a therapy-class
            closed-by: [clonazepam]    | fails-with: [clonazepan]                    | 14 | 17 | unknown-concept | did you mean clonazepam?
            closed-by: [diazepam]      | closedby: [diazepam]                        | 7  | 5  | data-file       | did you mean closed-by?
            closed-by: [diazepam]      | entered-by: [diazepam]                      | 2  | 5  | data-file       | nothing closes one, so what comes after it could never be reached
            passed-by: THIRD           | passed-by: FIRST                            | 15 | 16 | data-file       | is passed by a later line, not by FIRST
            passed-by: THIRD           | passed-by: THRID                            | 15 | 16 | data-file       | did you mean THIRD?
            beside: two                | beside: tow                                 | 22 | 13 | unknown-concept | there is no step tow; did you mean two?
            beside: two                | beside: three                               | 22 | 13 | data-file       | three has no place in the order
            beside: two                | after: tow                                  | 22 | 12 | unknown-concept | there is no step tow; did you mean two?
            beside: two                | after: three                                | 22 | 12 | circle          | three comes after three, which comes after it
            once-closed: [diazepam]    | entered-by: [diazepam]                      | 22 | 13 | data-file       | say what else it takes
            once-closed: [diazepam]    | any-time: true                              | 17 | 5  | data-file       | write one of the three
            once-closed: [diazepam]    | once-closed: [sleep-apnoea]                 | 23 | 18 | wrong-kind      | here stands a therapy
            once-closed: [diazepam]    | once-impossible: diazepan                   | 23 | 22 | unknown-concept | did you mean diazepam?
            once-closed: [diazepam]    | once-disabling-and-fit: diazepam            | 23 | 29 | wrong-kind      | here stands a condition
            closed-by: [clonazepam]    | once-closed: [clonazepam]                   | 9  | 5  | data-file       | belongs to a step that is beside another one
            step: "1"                  | stop: "1"                                   | 2  | 5  | data-file       | step is missing
            line: SECOND               | line: SECND                                 | 10 | 11 | data-file       | did you mean SECOND?
            beside: two                | any-time: no                                | 22 | 15 | data-file       | is not one of true
            """)
    void aMistakeIsNamed(String right, String wrong, int line, int column, String code, String message)
            throws IOException {
        ladder(LADDER.replaceFirst(Pattern.quote(right), wrong));

        assertThat(knowledge.problems())
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith(FILE + ":" + line + ":" + column + ": error: ")
                        .contains(message)
                        .endsWith("[" + code + "]"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            skipped: [{before: clonazepam, called: x}]                                  | data-file       | clonazepam is not a therapy of one; it has diazepam
            skipped: [{before: diazepam}]                                               | data-file       | called is missing
            skipped: [{before: diazepam, called: x, also-for: diazepam}]                | wrong-kind      | here stands a condition
            skipped: [{before: diazepam, called: x, sources: [DO-10]}]                  | unknown-statement | did you mean DO-01?
            still-open: [{about: diazepan, instead-of: clonazepam}]                     | unknown-concept | did you mean diazepam?
            still-open: [{about: diazepam}]                                             | data-file       | untried, remember and because, or else instead-of
            still-open: [{about: diazepam, untried: [diazepam], remember: x}]           | data-file       | untried, remember and because, or else instead-of
            still-open: [{about: diazepam, instead-of: clonazepam, evidence: [lable]}]  | unknown-evidence-grade | did you mean label?
            """)
    void aMistakeInWhatIsSaidOfAStepIsNamed(String said, String code, String message) throws IOException {
        ladder(LADDER.replaceFirst("sources: \\[DO-01]", said + "\n    sources: [DO-01]"));

        assertThat(knowledge.problems())
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith(FILE + ":8:")
                        .contains(message)
                        .endsWith("[" + code + "]"));
    }

    @Test
    void stepsThatComeAfterEachOtherAreNamed() throws IOException {
        ladder(LADDER.replaceFirst("beside: two", "after: four").replaceFirst("once-closed", "closed-by") + """
                  - code: four
                    line: SECOND
                    step: "3"
                    title: Four
                    therapies: [diazepam]
                    after: three
                    closed-by: [diazepam]
                    sources: [DO-01]
                """);

        assertThat(knowledge.problems())
                .contains(
                        FILE + ":22:12: error: three comes after four, which comes after it [circle]",
                        FILE + ":30:12: error: four comes after three, which comes after it [circle]");
    }

    @Test
    void aStepOfAnEarlierLineThatIsWrittenLastSaysAfterWhichItComes() throws IOException {
        String row = """
                  - code: between
                    line: FIRST
                    step: "2"
                    title: Between
                    therapies: [diazepam]
                    closed-by: [diazepam]
                    sources: [DO-01]
                """;
        ladder(LADDER + row);

        assertThat(knowledge.problems())
                .containsExactly(FILE + ":25:5: error: between would come after two, which belongs to a later line; say"
                        + " after which step it comes, as in after: one [data-file]");

        ladder(LADDER + row + "    after: one\n");

        assertThat(knowledge.problems()).isEmpty();
        assertThat(knowledge.content().knowledge().ladder())
                .extracting(LadderStep::code)
                .containsExactly("one", "between", "two", "three");
    }
}
