package org.spsrules.authoring.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spsrules.PatientCase;
import org.spsrules.authoring.folder.KnowledgeFolder;
import org.spsrules.authoring.lint.TrapFolder;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.shape.CaseFields;
import org.spsrules.internal.shape.CourseFields;
import org.spsrules.internal.shape.DiagnosisFields;
import org.spsrules.internal.shape.Part;
import org.spsrules.internal.shape.PersonFields;
import org.spsrules.internal.shape.TreatmentFields;

/** Cases that know nothing of the rules: the same for the same seed, and every field and every term among them. */
class BlindGeneratorTest {

    private static final int CASES = 600;

    @TempDir
    private Path folder;

    private Knowledge knowledge;

    @BeforeEach
    void readSoundKnowledge() throws IOException {
        new TrapFolder(folder);
        knowledge = KnowledgeFolder.read(folder).knowledge();
    }

    private List<PatientCase> cases(long seed) {
        BlindGenerator generator = new BlindGenerator(knowledge, seed);
        return Stream.generate(generator::next).limit(CASES).toList();
    }

    @Test
    void theSameSeedGivesTheSameCases() {
        assertThat(cases(7)).isEqualTo(cases(7));
        assertThat(cases(7)).isNotEqualTo(cases(8));
    }

    @Test
    void everyFieldIsStatedInSomeCase() {
        List<PatientCase> cases = cases(7);

        assertThat(unstated(
                        PersonFields.PART,
                        cases.stream().map(PatientCase::person).toList()))
                .isEmpty();
        assertThat(unstated(
                        DiagnosisFields.PART,
                        cases.stream().map(PatientCase::diagnosis).toList()))
                .containsExactly("variant");
        assertThat(unstated(
                        CourseFields.PART,
                        cases.stream().map(PatientCase::course).toList()))
                .isEmpty();
        assertThat(unstated(
                        TreatmentFields.PART,
                        cases.stream()
                                .flatMap(each -> each.treatments().given().stream())
                                .toList()))
                .containsExactlyInAnyOrder("sideEffects", "severeSideEffects");
        assertThat(unstated(CaseFields.PART, cases)).containsExactlyInAnyOrder("tests", "acknowledged");
    }

    /** Names of the fields that no part states; the small knowledge base has no words for some of them. */
    private static <P> Set<String> unstated(Part<P> part, List<P> parts) {
        Set<String> names = new HashSet<>();
        part.fields().stream()
                .filter(field -> parts.stream().noneMatch(field::isStated))
                .forEach(field -> names.add(field.name()));
        return names;
    }

    @Test
    void everyTermIsStatedInSomeCase() {
        List<PatientCase> cases = cases(7);

        assertThat(cases).anyMatch(each -> each.conditions().present().contains("sleep-apnoea"));
        assertThat(cases).anyMatch(each -> each.allergies().present().contains("benzodiazepine"));
        assertThat(cases)
                .anyMatch(each -> each.plans().stream()
                        .anyMatch(plan -> plan.therapy().filter("ivig"::equals).isPresent()));
    }
}
