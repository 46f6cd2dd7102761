package org.spsrules.kb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spsrules.InvalidCaseException;
import org.spsrules.PatientCase;
import org.spsrules.Problem;
import org.spsrules.SpsRules;
import org.spsrules.io.PatientCaseReader;
import org.spsrules.vocabulary.Combination;
import org.spsrules.vocabulary.Concept;
import org.spsrules.vocabulary.OtherTerm;
import org.spsrules.vocabulary.Vocabulary;

/** Names, products, doses, dates and codes as public records and lists write them get the answer that was written down for each. */
class RecordWordsTest {

    private static final SpsRules RULES = BuiltIn.rules();
    private static final PatientCaseReader READER = new PatientCaseReader(RULES.vocabulary()).keepingUnknownTerms();
    private static final String REFUSED = "refused: ";
    private static final List<String> FILES =
            List.of("/words-of-records.txt", "/more-words-of-records.txt", "/third-words-of-records.txt");

    static List<Entry> entries() throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (String file : FILES) {
            try (InputStream in = RecordWordsTest.class.getResourceAsStream(file)) {
                new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .map(line -> line.split(" \\| ", -1))
                        .map(cells -> new Entry(cells[0], cells[1], cells[2]))
                        .forEach(entries::add);
            }
        }
        return entries;
    }

    private record Entry(String kind, String text, String right) {

        /** A case that states this and nothing else. */
        private String file() {
            String quoted = "'" + text.replace("'", "''") + "'";
            return "format: sps-patient-case/1\nasOf: 2026-01-15\n"
                    + switch (kind) {
                        case "therapy" -> "treatments: {given: [{therapy: " + quoted + ", status: current}]}";
                        case "dose" ->
                            "treatments: {given: [{therapy: " + (text.contains("/kg") ? "ivig" : "gabapentin")
                                    + ", status: current, dose: " + quoted + "}]}";
                        case "date" -> "diagnosis: {status: confirmed, onset: " + quoted + "}";
                        case "age" -> "patient: {age: " + quoted + "}";
                        case "condition" -> "conditions: {present: [" + quoted + "]}";
                        case "symptom" -> "symptoms: {present: [" + quoted + "]}";
                        case "test" -> "tests: [{test: " + quoted + "}]";
                        case "value" -> "tests: [{test: anti-gad65, value: " + quoted + "}]";
                        default -> throw new IllegalArgumentException(kind);
                    }
                    + "\n";
        }

        /** What was made of it. */
        private String read(PatientCase patientCase) {
            return switch (kind) {
                case "therapy" ->
                    concept(patientCase.treatments().given().get(0).therapy(), Vocabulary.therapies());
                case "dose" ->
                    patientCase.treatments().given().get(0).dose().orElseThrow().toString();
                case "date" -> patientCase.diagnosis().onset().orElseThrow().toString();
                case "condition" ->
                    concept(patientCase.conditions().present().iterator().next(), Set.of(Concept.Kind.CONDITION));
                case "symptom" ->
                    concept(patientCase.symptoms().present().iterator().next(), Set.of(Concept.Kind.SYMPTOM));
                case "test" -> concept(patientCase.tests().get(0).test(), Set.of(Concept.Kind.TEST));
                case "value" -> patientCase.tests().get(0).value().orElseThrow().toString();
                default -> throw new IllegalArgumentException(kind);
            };
        }

        private static String concept(String term, Set<Concept.Kind> kinds) {
            Optional<Combination> combination =
                    kinds.contains(Concept.Kind.THERAPY) ? RULES.vocabulary().combination(term) : Optional.empty();
            if (combination.isPresent()) {
                return "holds "
                        + combination.get().terms().stream()
                                .map(OtherTerm::nameIn)
                                .collect(Collectors.joining(", "));
            }
            return RULES.vocabulary()
                    .resolve(term, kinds)
                    .map(Concept::code)
                    .orElse(OtherTerm.is(term) ? "kept" : "taken as " + term);
        }
    }

    @ParameterizedTest
    @MethodSource("entries")
    void everyWordGetsTheRightAnswer(Entry entry) {
        if (entry.right().startsWith(REFUSED)) {
            assertThat(refusal(entry)).contains(entry.right().substring(REFUSED.length()));
            return;
        }
        PatientCase patientCase = READER.read(entry.file());
        String read = entry.read(patientCase);
        assertThat(read).isEqualTo(entry.right().startsWith("kept") ? "kept" : entry.right());
        if (read.equals("kept")) {
            assertThat(RULES.evaluate(patientCase).unlisted().toString()).contains(entry.text());
        }
    }

    private static String refusal(Entry entry) {
        try {
            return "no refusal, but " + entry.read(READER.read(entry.file()));
        } catch (InvalidCaseException e) {
            return e.problems().stream().map(Problem::message).findFirst().orElseThrow();
        }
    }

    @Test
    void thereAreEnoughAndFewOfOursAreOnlyKept() throws IOException {
        List<Entry> entries = entries();
        long kept = entries.stream()
                .filter(entry -> entry.right().startsWith("kept for "))
                .count();

        assertThat(entries).hasSizeGreaterThanOrEqualTo(640);
        assertThat(kept).isLessThanOrEqualTo(entries.size() / 20);
    }
}
