package org.spsrules.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spsrules.SampleVocabulary;

/** Codes from a file of the host. */
class CodeTableTest {

    private static Vocabulary with(String table) throws IOException {
        return new Vocabulary(CodeTable.read(new StringReader(table))
                .addedTo(SampleVocabulary.get().concepts()));
    }

    @Test
    void aDrugThatIsNotListedIsReadAsItsClass() throws IOException {
        Vocabulary vocabulary = with("# ours\n\nATC\tN05BA\tbenzodiazepine\tnarrower\tBenzodiazepine derivatives\n");

        assertThat(vocabulary.find("ATC", "N05BA08")).extracting(Concept::code).containsExactly("benzodiazepine");
        assertThat(vocabulary.find("RxNorm", "3322")).extracting(Concept::code).containsExactly("diazepam");
        assertThat(vocabulary.find("ATC", "N05BB01")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ATC N05BA benzodiazepine narrower      | line 1: write system, code, concept and match with tabs between them
            ABC\\tN05BA\\tbenzodiazepine\\tnarrower | line 1: "ABC" is not a code system known here
            ATC\\tN05BA\\tbenzodiazepine\\talike    | line 1: "alike" is not exact, narrower or broader
            ATC\\tN05BA\\tbenzodiazepin\\tnarrower  | "benzodiazepin" is not in the vocabulary
            """)
    void whatIsNoRowIsNamed(String line, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(line.replace("\\t", "\t")))
                .withMessageStartingWith(message);
    }

    @Test
    void whatSaysLessIsNotTaken() throws IOException {
        assertThat(with("ATC\tN05B\tbenzodiazepine\tbroader\n").find("ATC", "N05B"))
                .isEmpty();
    }
}
