package org.spsrules.kb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spsrules.Report;
import org.spsrules.SpsRules;
import org.spsrules.io.PatientCaseReader;

/**
 * Patients of published cases, who were not in mind when the rules were written. What a report should say, should not say and
 * in which line was written down before the library was asked, and stands at the head of each file; the line that is given
 * and the rules by which the page speaks, as they were read and found right, stand at its end.
 */
class PublishedPatientsTest {

    private static final Path FOLDER = Path.of("src/test/resources/patients");
    private static final String LINE = "# line: ";
    private static final String TOLD = "# told: ";
    private static final SpsRules RULES = BuiltIn.rules();

    static List<Path> patients() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("patients")
    void whatWasReadAndFoundRightIsStillSaid(Path file) throws IOException {
        String text = Files.readString(file);
        Report report = RULES.evaluate(new PatientCaseReader(RULES.vocabulary()).read(text));

        assertThat(report.standing().line()).hasToString(marked(text, LINE).get(0));
        assertThat(said(report)).isNotEmpty().containsAll(marked(text, TOLD));
    }

    private static List<String> marked(String text, String mark) {
        return text.lines()
                .filter(line -> line.startsWith(mark))
                .map(line -> line.substring(mark.length()))
                .toList();
    }

    /** The rules of everything that interrupts or is recommended, also beside another item. */
    private static Set<String> said(Report report) {
        Set<String> rules = new TreeSet<>();
        report.everyAlert().forEach(alert -> rules.add(alert.basis().ruleId()));
        report.recommendations().forEach(item -> {
            rules.add(item.basis().ruleId());
            item.likewise().forEach(other -> rules.add(other.basis().ruleId()));
        });
        return rules;
    }
}
