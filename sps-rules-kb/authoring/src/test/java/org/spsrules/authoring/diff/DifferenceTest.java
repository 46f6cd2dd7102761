package org.spsrules.authoring.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spsrules.authoring.SmallKnowledge;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.diff.Change.Way;
import org.spsrules.authoring.diff.Difference.Changed;
import org.spsrules.authoring.diff.Item.Sort;
import org.spsrules.authoring.folder.KnowledgeFolder;
import org.spsrules.authoring.scenario.Scenarios;
import org.spsrules.io.Documents;
import org.spsrules.io.Node;

/** What two knowledge bases say otherwise is found, of exactly the patients who are concerned. */
class DifferenceTest {

    private static final String START = "rules/first-line/start-diazepam.drl";
    private static final String RULE = """
            rule "Start diazepam"
                @source( "DO-01" )
                @evidence( "label" )
            when
                Diagnosis( confirmed )
                Patient( %s )
            then
                %s;
            end
            """;
    private static final String OFFER = "start( \"diazepam\" ).because( \"It helps.\" )";

    @TempDir
    Path before;

    @TempDir
    Path after;

    private SmallKnowledge old;
    private SmallKnowledge now;

    @BeforeEach
    void write() throws IOException {
        old = new SmallKnowledge(before);
        now = new SmallKnowledge(after);
    }

    private static Side side(String name, SmallKnowledge knowledge) throws IOException {
        KnowledgeFolder.Content content = knowledge.content();
        assertThat(content.diagnostics()).isEmpty();
        return new Side(
                name, content.knowledge(), Scenarios.read(content.scenarios(), content.knowledge(), new Diagnostics()));
    }

    private Difference difference(Sample... files) throws IOException {
        return new DifferenceSearch(side("old", old), side("new", now)).run(List.of(files), total -> () -> {});
    }

    private static Sample sample(String tree) {
        try {
            Node node = Documents.read("case: " + tree);
            return new Sample(
                    Sample.Origin.CASE,
                    "a case",
                    ((Node.Fields) node).get("case").orElseThrow());
        } catch (Documents.UnreadableException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Test
    void aCommentALayoutAndTheOrderOfFilesShowNothing() throws IOException {
        now.write(
                START,
                "// A comment, which moves every line.\n"
                        + RULE.formatted("hasNot( \"sleep-apnoea\" )", OFFER)
                                .replace("    Patient(", "\n  Patient(  "));

        Difference difference = difference();

        assertThat(difference.rules()).isEmpty();
        assertThat(difference.data()).isEmpty();
        assertThat(difference.changes()).isEmpty();
        assertThat(difference.cases()).isZero();
    }

    @Test
    void aMovedThresholdShowsExactlyThePatientsBetween() throws IOException {
        old.write(START, RULE.formatted("age >= 65", OFFER));
        now.write(START, RULE.formatted("age >= 70", OFFER));
        Sample[] ages = IntStream.rangeClosed(60, 75)
                .mapToObj(age ->
                        sample("{asOf: 2026-01-15, patient: {age: " + age + "}, diagnosis: {status: confirmed}}"))
                .toArray(Sample[]::new);

        Difference difference = difference(ages);

        assertThat(difference.rules())
                .extracting(RuleDifference::ruleId, RuleDifference::what)
                .containsExactly(tuple("first-line/start-diazepam", "conditions"));
        assertThat(difference.concerned()).containsEntry(Sample.Origin.CASE, 5);
        assertThat(difference.looked()).containsEntry(Sample.Origin.CASE, 16);
        Changed gone = only(difference, Sort.RECOMMENDATION);
        assertThat(gone.change().way()).isEqualTo(Way.DISAPPEARS);
        assertThat(gone.phrases()).containsExactly("start diazepam");
        assertThat(gone.witness().patientCase())
                .matches("\\{asOf: 2026-01-15, patient: \\{age: 6[5-9]}, diagnosis: \\{status: confirmed}}");
        assertThat(gone.witness().after()).isEmpty();
    }

    private static Changed only(Difference difference, Sort sort) {
        List<Changed> found = difference.changes().stream()
                .filter(changed -> changed.change().sort() == sort)
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    @Test
    void generatedCasesAreAimedAtWhatDiffers() throws IOException {
        old.write(START, RULE.formatted("age >= 65", OFFER));
        now.write(START, RULE.formatted("age >= 66", OFFER));

        Difference difference = difference();

        assertThat(difference.concerned().get(Sample.Origin.GENERATED)).isPositive();
        assertThat(only(difference, Sort.RECOMMENDATION).witness().patientCase())
                .contains("age: 65");
    }

    @Test
    void aChangedReasonIsShownWithBothTexts() throws IOException {
        now.write(START, RULE.formatted("hasNot( \"sleep-apnoea\" )", OFFER.replace("It helps.", "It often helps.")));

        Changed changed = only(difference(), Sort.RECOMMENDATION);

        assertThat(changed.change().way()).isEqualTo(Way.DIFFERS);
        assertThat(changed.witness().parts())
                .containsExactly(Map.entry("reason", Map.entry("It helps.", "It often helps.")));
    }

    private void reviewWhereTheStepIsOpen() throws IOException {
        for (SmallKnowledge side : List.of(old, now)) {
            side.rule(
                    "first-line/review",
                    "Finding( name == \"step-open\" )",
                    "review( \"diazepam\" ).because( \"So.\" );");
        }
    }

    @Test
    void whatIsConcludedIsFollowedToThoseWhoReadIt() throws IOException {
        reviewWhereTheStepIsOpen();
        old.rule("appraisal/open", "Patient( age >= 65 )", "conclude( \"step-open\" );");
        now.rule("appraisal/open", "Patient( age >= 70 )", "conclude( \"step-open\" );");

        Changed changed = only(difference(), Sort.RECOMMENDATION);

        assertThat(changed.change().ruleId()).isEqualTo("first-line/review");
        assertThat(changed.witness().patientCase()).matches("\\{asOf: 2026-01-15, patient: \\{age: 6[5-9]}}");
    }

    @Test
    void aRowThatIsGoneIsShownByAPatientWhomItConcerns() throws IOException {
        for (SmallKnowledge side : List.of(old, now)) {
            side.write(START, RULE.formatted("adult", OFFER));
        }
        old.write("vocabulary/rows.yaml", """
                contraindications:
                  - therapy: diazepam
                    condition: sleep-apnoea
                    level: absolute
                    reason: It stops breathing.
                    sources: [DO-01]
                """);

        Difference difference = difference();

        assertThat(difference.data()).containsExactly("contraindications: 1 gone");
        assertThat(only(difference, Sort.RECOMMENDATION).change().way()).isEqualTo(Way.APPEARS);
        assertThat(difference.changes())
                .filteredOn(changed -> changed.change().sort() == Sort.WITHHELD
                        && changed.change().way() == Way.DISAPPEARS)
                .singleElement()
                .satisfies(withheld ->
                        assertThat(withheld.witness().patientCase()).contains("conditions: {present: [sleep-apnoea]}"));
    }

    @Test
    void aWordThatOnlyOneSideKnowsRefusesTheCaseOnTheOther() throws IOException {
        now.write("vocabulary/more.yaml", "kind: therapy\nconcepts:\n  - {code: lorazepam, name: lorazepam}\n");

        Changed refused = only(
                difference(sample("{asOf: 2026-01-15, treatments: {given: [{therapy: lorazepam, status: current}]}}")),
                Sort.REFUSED);

        assertThat(refused.change().way()).isEqualTo(Way.DISAPPEARS);
        assertThat(refused.witness().before().get(0).phrase()).contains("lorazepam");
    }

    /** The short way is taken for most cases, so it must not hide a single difference. */
    @Test
    void theShortWayFindsWhatTheLongWayFinds() throws IOException {
        reviewWhereTheStepIsOpen();
        old.rule("appraisal/open", "Patient( has( \"sleep-apnoea\" ) )", "conclude( \"step-open\" );");
        now.rule("appraisal/open", "Patient( hasNot( \"sleep-apnoea\" ) )", "conclude( \"step-open\" );");
        Side first = side("old", old);
        Side second = side("new", now);
        List<RuleDifference> rules = RuleDifference.between(
                first.knowledge().rules(), second.knowledge().rules());
        Contrast shortWay = new Contrast(first, second, rules, true);
        Contrast longWay = new Contrast(first, second, rules, false);
        int different = 0;

        for (Sample sample : Corpus.of(first, second, List.of(), Set.of("appraisal/open"), Set.of())) {
            assertThat(shortWay.of(sample.tree())).isEqualTo(longWay.of(sample.tree()));
            different += shortWay.of(sample.tree()).isEmpty() ? 0 : 1;
        }

        assertThat(different).isGreaterThan(100);
    }
}
