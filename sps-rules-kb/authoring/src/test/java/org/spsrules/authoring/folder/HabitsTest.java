package org.spsrules.authoring.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spsrules.authoring.SmallKnowledge;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.scenario.ScenarioFile;

/** What somebody writes who never wrote a rule gets one message, which says what to write instead. */
class HabitsTest {

    private static final String RULE = "rules/first-line/start-diazepam.drl";

    @TempDir
    private Path folder;

    private SmallKnowledge knowledge;

    @BeforeEach
    void write() throws IOException {
        knowledge = new SmallKnowledge(folder);
    }

    private void change(String from, String to) throws IOException {
        Path file = folder.resolve(RULE);
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '~', textBlock = """
            rule "Start                      ¦ # note\\nrule "Start                           ¦ :1:1: error: a comment begins with //
            Diagnosis( confirmed )           ¦ ( Diagnosis( confirmed ) || Diagnosis( suspected ) ) ¦ :5:30: error: write or, and put the alternatives in brackets
            Diagnosis( confirmed )           ¦ Diagnosis( confirmed ) && Patient( adult ) ¦ :5:28: error: write a comma between questions to one fact
            Diagnosis( confirmed )           ¦ Diagnosis( not confirmed )                 ¦ :5:16: error: not stands only before a finding; ask here for what is known to be otherwise
            Diagnosis( confirmed )           ¦ Patient( age ≥ 65 )                        ¦ :5:18: error: write >= and not ≥
            Diagnosis( confirmed )           ¦ Patient( age ≤ 65 )                        ¦ :5:18: error: write <= and not ≤
            Diagnosis( confirmed )           ¦ Patient( age != 65 )                       ¦ :5:18: error: there is no "not equal"
            Diagnosis( confirmed )           ¦ Patient( age between 18 and 65 )           ¦ :5:14: error: between is not of the rule language; write age >= 18, age <= 65
            Diagnosis( confirmed )           ¦ Patient( 18 <= age <= 65 )                 ¦ :5:20: error: compare once on each side: age >= …, age <= …
            "It helps."                      ¦ "It "often" helps."                        ¦ :8:38: error: the text ends here, at the second "
            then                             ¦ // then                                    ¦ :9:1: error: write then in a line of its own before the sentence
            then                             ¦ than                                       ¦ :7:1: error: than is no word of the rule language; did you mean then?
            when                             ¦ When                                       ¦ :4:1: error: When is no word of the rule language; did you mean when?
            when                             ¦ whem:                                      ¦ :4:1: error: whem is no word of the rule language; did you mean when?
            "It helps." );                   ¦ "It helps." )                              ¦ :9:1: error: a sentence ends with a ; here stands end
            .because(                        ¦ because(                                   ¦ :8:24: error: a dot is missing before because; write .because( … )
            Diagnosis( confirmed )           ¦ Patient( has( "fever" ) or has( "falls" ) ) ¦ :5:29: error: or was not expected here; alternatives are facts of their own in brackets
            Diagnosis( confirmed )           ¦ Patient( has( "fever" ) and has( "falls" ) ) ¦ :5:29: error: and was not expected here; inside the brackets of a fact a comma means and
            hasNot( "sleep-apnoea" )         ¦ hasNot( "sleep-apnoea" or "epilepsy" )     ¦ :6:37: error: a question takes one text; to ask for several, write a condition for each
            hasNot( "sleep-apnoea" )         ¦ has( "sleep-apnoea", "sleep-apnoea" )      ¦ :6:14: error: has takes one text; to ask for several, write a question for each
            "label"                          ¦ "lable"                                    ¦ :3:17: error: there is no evidence grade lable; did you mean label?
            "label"                          ¦ "strong"                                   ¦ :3:17: error: there is no evidence grade strong; there are label
            "DO-01"                          ¦ "D0-01"                                    ¦ :2:15: error: there is no statement D0-01; did you mean DO-01, with the letter O?
            "DO-01"                          ¦ "DO-01; DO-01"                             ¦ :2:15: error: there is no statement DO-01; DO-01; put a comma between ids, and not a semicolon
            """)
    void aHabitGetsOneMessageThatSaysWhatToWrite(String from, String to, String message) throws IOException {
        change(from, to.replace("\\n", "\n"));

        assertThat(knowledge.problems()).singleElement().asString().startsWith(RULE + message);
    }

    @Test
    void whatLooksLikeAHabitInATextIsLeftAlone() throws IOException {
        change("It helps.", "Between 18 and 65 || 18 <= age <= 65 it helps ≥ half of them, # 1.");

        assertThat(knowledge.problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            name: diazepam: the drug | :3:38: error: not YAML: a colon and a blank begin a new entry; if the colon belongs to the text, put the text in quotes [data-unreadable]
            names: {a: diazepam: the drug} | :3:38: error: not YAML: inside { } a colon begins the value of an entry; if the colon belongs to the text, put the text in quotes [data-unreadable]
            name:\u00a0diazepam      | :3:27: error: a no-break space stands here, which looks like a blank and is none; type a blank [data-unreadable]
            """)
    void aDataFileThatCannotBeReadIsNamedAloneWhateverDependsOnIt(String name, String message) throws IOException {
        String text = "kind: therapy\nconcepts:\n  - code: diazepam\n    " + name
                + "\n  - {code: clonazepam, name: clonazepam}\n";
        knowledge.write("vocabulary/therapies.yaml", text);

        assertThat(knowledge.problems())
                .singleElement()
                .asString()
                .startsWith("vocabulary/therapies.yaml:4:")
                .endsWith(message.substring(message.indexOf("error")));
        assertThat(knowledge.content().scenarios()).isEmpty();
    }

    @Test
    void aScenarioWithoutItsDashIsOneMistake() {
        Diagnostics diagnostics = new Diagnostics();

        ScenarioFile.read("x.scenarios.yaml", "x/x", """
                scenarios:
                  - name: First
                    case: {asOf: 2026-01-15}
                    expect: silent
                    name: Second
                    like: First
                    expect: fires
                  - name: Third
                    like: First
                    expect: fires
                """, diagnostics);

        assertThat(diagnostics.sorted())
                .singleElement()
                .hasToString(
                        "x.scenarios.yaml:5:5: error: here begins another scenario; put a dash before its name: - name: …"
                                + " [scenario]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            '   case: {}'  | this line stands too far to the left or to the right
            '\tcase: {}'   | a tabulator stands at the beginning of the line
            """)
    void aLineOfAScenarioThatStandsAwryIsNamedInPlainWords(String line, String message) {
        Diagnostics diagnostics = new Diagnostics();

        ScenarioFile.read(
                "x.scenarios.yaml",
                "x/x",
                "scenarios:\n  - name: First\n" + line + "\n    expect: silent\n",
                diagnostics);

        assertThat(diagnostics.sorted()).singleElement().asString().contains(message);
    }
}
