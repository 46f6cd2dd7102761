package org.spsrules.authoring.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spsrules.authoring.folder.KnowledgeFolder;
import org.spsrules.authoring.lint.TrapFolder;
import org.spsrules.internal.knowledge.Knowledge;

/** Cases can be made of any knowledge base that can be read, also of rules that bind what no fact can be made for. */
class CaseGeneratorTest {

    private static final int CASES = 500;

    @TempDir
    private Path folder;

    /** In the small knowledge base there is no caution, no interaction and no side effect. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Contraindication( $drug : therapy, level == \"caution\" ) History( unavailable( $drug ) )",
                "Contraindication( $drug : therapy, level == \"caution\" ) History( declined( $drug ) )",
                "Contraindication( $drug : therapy, level == \"caution\" ) Patient( allergicTo( $drug ) )",
                "Contraindication( $why : condition, level == \"caution\" ) Patient( has( $why ) )",
                "Contraindication( $why : condition, level == \"caution\" ) Patient( mayHave( $why ) )",
                "Interaction( $drug : therapy ) History( had( $drug ) )",
                "Interaction( $drug : therapy ) Treatment( isA( $drug ), current )",
                "Patient( $age : age ) Patient( age >= $age )",
                "Patient( $age : age ) Patient( weight < $age )",
                "Patient( $where : setting ) Patient( setting == $where )",
                "Treatment( $how : response ) Treatment( response == $how, current )"
            })
    void aVariableMayStandForNothing(String conditions) throws IOException {
        TrapFolder trap = new TrapFolder(folder);
        trap.write("rules/first-line/odd.drl", """
                rule "Monitor what is odd"
                    @source( "DO-01" )
                    @evidence( "label" )
                when
                    %s
                then
                    monitor( "diazepam" ).because( "It is odd." );
                end
                """.formatted(conditions).getBytes(StandardCharsets.UTF_8));
        Knowledge knowledge = KnowledgeFolder.read(folder).knowledge();
        assertThat(knowledge.rules()).extracting(rule -> rule.id()).contains("first-line/odd");

        assertThatCasesCanBeMade(knowledge);
    }

    @Test
    void thereMayBeNoRule() throws IOException {
        Knowledge sound = knowledge();

        assertThatCasesCanBeMade(new Knowledge(
                sound.version(),
                sound.contentHash(),
                sound.folders(),
                sound.findings(),
                sound.precedence(),
                sound.notes(),
                java.util.List.of(),
                sound.concepts(),
                sound.unlisted(),
                sound.ladder(),
                sound.contraindications(),
                sound.interactions(),
                sound.kinship(),
                sound.reactions(),
                sound.therapyNotes(),
                sound.dosing(),
                sound.regimens(),
                sound.plausibility(),
                sound.unread(),
                sound.rulebook(),
                sound.sources(),
                sound.statements(),
                sound.grades(),
                sound.references()));
    }

    private Knowledge knowledge() throws IOException {
        new TrapFolder(folder);
        return KnowledgeFolder.read(folder).knowledge();
    }

    private static void assertThatCasesCanBeMade(Knowledge knowledge) {
        for (long seed = 1; seed <= 5; seed++) {
            CaseGenerator generator = new CaseGenerator(knowledge, seed);
            for (int i = 0; i < CASES; i++) {
                assertThat(generator.next()).as("case %d of seed %d", i, seed).isNotNull();
            }
        }
    }
}
