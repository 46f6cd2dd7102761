package org.spsrules.authoring.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spsrules.authoring.diagnostic.Diagnostic;
import org.spsrules.authoring.diagnostic.LintCode;
import org.spsrules.internal.fact.FactModel;
import org.spsrules.internal.rule.Constraint;
import org.spsrules.internal.rule.Operand;
import org.spsrules.vocabulary.Vocabulary;

/** What lint knows about conditions: which exclude each other, which follow from each other, which rules include others. */
class ConditionsTest {

    private static final Set<String> ABOUT_CONDITIONS = Set.of(
            LintCode.NEVER_FIRES.code(),
            LintCode.REDUNDANT_CONDITION.code(),
            LintCode.SUBSUMED_RULE.code(),
            LintCode.CONTRADICTING_RULES.code());

    /** What the rules of this test lack on purpose. */
    private static final Set<String> LACKING = Set.of(
            LintCode.NO_SCENARIOS.code(),
            LintCode.UNCONCLUDED_FINDING.code(),
            LintCode.NEVER_FIRES.code(),
            LintCode.MIXED_UNITS.code());

    private static final Pattern THERAPY = Pattern.compile("(\\$\\w+) : therapy");

    @TempDir
    private Path folder;

    private TrapFolder knowledge;

    @BeforeEach
    void write() throws IOException {
        knowledge = new TrapFolder(folder);
        write("vocabulary/liver.yaml", """
                kind: condition
                concepts:
                  - {code: liver-disease, name: liver disease}
                  - {code: cirrhosis, name: cirrhosis, is: [liver-disease]}
                  - {code: hepatitis, name: hepatitis, is: [liver-disease]}
                """);
        write("vocabulary/tests.yaml", """
                kind: test
                concepts:
                  - {code: anti-gad65, name: anti-GAD65 antibody}
                """);
    }

    private void write(String path, String text) throws IOException {
        knowledge.write(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Conditions stand one a line in a rule; here they are parted by semicolons outside brackets. */
    private void rule(String name, String verb, String conditions) throws IOException {
        Matcher bound = THERAPY.matcher(conditions);
        write("rules/safety/" + name + ".drl", """
                rule "Rule %s"
                    @source( "DO-01" )
                    @evidence( "label" )
                when
                    %s
                then
                    %s( %s ).because( "It matters." );
                end
                """.formatted(
                        name,
                        conditions.replaceAll("\\);\\s*+(?!\\$n)", ")\n    "),
                        verb,
                        bound.find() ? bound.group(1) : "\"ivig\""));
    }

    private List<String> found() throws IOException {
        List<Diagnostic> all = Linter.check(folder).findings();
        assertThat(all)
                .filteredOn(Diagnostic::isError)
                .extracting(Diagnostic::code)
                .isSubsetOf(LACKING);
        return all.stream()
                .filter(finding -> ABOUT_CONDITIONS.contains(finding.code()))
                .map(finding -> finding.message()
                        .replace("these are never true together", "never")
                        .replace("this is never true", "never")
                        .replace(" says nothing more, because the rule asks for ", " < ")
                        .replace("the rule asks for this finding too", "never with it"))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # What no case can hold
            Patient( age < 0 )                                 | never: age < 0
            Patient( age == 17.5 )                             | never: age == 17.5
            Patient( age > 130 )                               | never: age > 130
            Patient( weight <= 0 )                             | never: weight <= 0
            Patient( creatinineClearance > 300 )               | never: creatinineClearance > 300
            Diagnosis( monthsSinceOnset < 0 )                  | never: monthsSinceOnset < 0
            # Known, absent, not known
            Patient( has( "frailty" ), hasNot( "frailty" ) )   | never: has( "frailty" ), hasNot( "frailty" )
            Patient( has( "frailty" ), unclear( "frailty" ) )  | never: has( "frailty" ), unclear( "frailty" )
            Patient( hasNot( "frailty" ), unclear( "frailty" ) ) | never: hasNot( "frailty" ), unclear( "frailty" )
            Patient( hasNot( "frailty" ), mayHave( "frailty" ) ) | never: hasNot( "frailty" ), mayHave( "frailty" )
            Patient( has( "frailty" ), mayHave( "frailty" ) )  | mayHave( "frailty" ) < has( "frailty" )
            Patient( unclear( "frailty" ), mayHave( "frailty" ) ) | mayHave( "frailty" ) < unclear( "frailty" )
            Patient( has( "frailty" ), hasNot( "sleep-apnoea" ) ) |
            Patient( has( "frailty" ) ); Patient( hasNot( "frailty" ) ) | never: has( "frailty" ), hasNot( "frailty" )
            # Classes
            Patient( has( "cirrhosis" ), hasNot( "liver-disease" ) ) | never: has( "cirrhosis" ), hasNot( "liver-disease" )
            Patient( has( "liver-disease" ), hasNot( "cirrhosis" ) ) |
            Patient( has( "cirrhosis" ), has( "liver-disease" ) ) | has( "liver-disease" ) < has( "cirrhosis" )
            Patient( has( "cirrhosis" ), has( "hepatitis" ) )  |
            Patient( hasNot( "liver-disease" ), hasNot( "cirrhosis" ) ) | hasNot( "cirrhosis" ) < hasNot( "liver-disease" )
            Patient( hasAny( "cirrhosis", "frailty" ), has( "cirrhosis" ) ) | hasAny( "cirrhosis", "frailty" ) < has( "cirrhosis" )
            Patient( hasAny( "cirrhosis", "frailty" ), hasNot( "cirrhosis" ) ) |
            Patient( hasAny( "cirrhosis", "hepatitis" ), hasNot( "liver-disease" ) ) | never: hasAny( "cirrhosis", "hepatitis" ), hasNot( "liver-disease" )
            # Both sides of numbers
            Patient( age >= 65, age < 65 )                     | never: age >= 65, age < 65
            Patient( age >= 65, age <= 65 )                    |
            Patient( age > 65, age <= 65 )                     | never: age > 65, age <= 65
            Patient( age > 65, age < 66 )                      | never: age > 65, age < 66
            Patient( age >= 65, age < 66 )                     |
            Patient( age >= 65, age >= 18 )                    | age >= 18 < age >= 65
            Patient( age >= 18, adult )                        | adult < age >= 18
            Patient( child, age >= 18 )                        | never: child, age >= 18
            Patient( child, age >= 17 )                        |
            Patient( age < 18, ageUnknown )                    | never: age < 18, ageUnknown
            Patient( adult, ageUnknown )                       | never: adult, ageUnknown
            Patient( weight > 50, weight < 51 )                |
            Patient( weight >= 50, weight < 50 )               | never: weight >= 50, weight < 50
            Patient( creatinineClearance < 30, creatinineClearanceUnknown ) | never: creatinineClearance < 30, creatinineClearanceUnknown
            Patient( creatinineClearance < 30, creatinineClearance < 60 ) | creatinineClearance < 60 < creatinineClearance < 30
            Patient( creatinineClearance > 30, creatinineClearance < 31 ) |
            Diagnosis( monthsSinceOnset >= 12, monthsSinceOnset < 12 ) | never: monthsSinceOnset >= 12, monthsSinceOnset < 12
            Diagnosis( monthsSinceOnset >= 12, monthsSinceOnset >= 6 ) | monthsSinceOnset >= 6 < monthsSinceOnset >= 12
            # Words
            Patient( male, female )                            | never: male, female
            Patient( setting == "ward", setting == "emergency" ) | never: setting == "ward", setting == "emergency"
            Diagnosis( confirmed, suspected )                  | never: confirmed, suspected
            Diagnosis( confirmed, notStated )                  | never: confirmed, notStated
            Course( control == "good", uncontrolled )          | never: control == "good", uncontrolled
            Course( uncontrolled, maybeUncontrolled )          | maybeUncontrolled < uncontrolled
            Course( disabling, maybeDisabling )                | maybeDisabling < disabling
            Course( disabling, relapse )                       |
            # History
            History( had( "diazepam" ), neverHad( "diazepam" ) ) | never: had( "diazepam" ), neverHad( "diazepam" )
            History( had( "diazepam" ), neverHad( "benzodiazepine" ) ) | never: had( "diazepam" ), neverHad( "benzodiazepine" )
            History( had( "benzodiazepine" ), neverHad( "diazepam" ) ) |
            History( takes( "diazepam" ), takesNo( "benzodiazepine" ) ) | never: takes( "diazepam" ), takesNo( "benzodiazepine" )
            History( takes( "diazepam" ), had( "diazepam" ) )  | had( "diazepam" ) < takes( "diazepam" )
            History( neverHad( "diazepam" ), untried( "diazepam" ) ) | untried( "diazepam" ) < neverHad( "diazepam" )
            History( declined( "diazepam" ), declined( "clonazepam" ) ) |
            Tests( positive( "anti-gad65" ), negative( "anti-gad65" ) ) | never: positive( "anti-gad65" ), negative( "anti-gad65" )
            Tests( negative( "anti-gad65" ), noResult( "anti-gad65" ) ) | never: negative( "anti-gad65" ), noResult( "anti-gad65" )
            # One treatment, or several
            exists Treatment( current, past )                  | never: current, past
            exists Treatment( current ); exists Treatment( past ) |
            exists Treatment( isA( "diazepam" ), isA( "benzodiazepine" ) ) | isA( "benzodiazepine" ) < isA( "diazepam" )
            exists Treatment( isA( "diazepam" ), isA( "clonazepam" ) ) | never: isA( "diazepam" ), isA( "clonazepam" )
            exists Treatment( isA( "diazepam" ), therapy == "ivig" ) | never: isA( "diazepam" ), therapy == "ivig"
            exists Treatment( failed, helped )                 | never: failed, helped
            exists Treatment( failed, insufficientResponse )             | insufficientResponse < failed
            exists Treatment( tolerated, notTolerated )        | never: tolerated, notTolerated
            exists Treatment( scheduled, asNeeded )            | never: scheduled, asNeeded
            exists Treatment( response == "good", response == "none" ) | never: response == "good", response == "none"
            exists Treatment( doseBelow( "40 mg/day" ), doseAtLeast( "40 mg/day" ) ) | never: doseBelow( "40 mg/day" ), doseAtLeast( "40 mg/day" )
            exists Treatment( doseBelow( "40 mg/day" ), doseAtLeast( "20 mg/day" ) ) |
            exists Treatment( doseAtLeast( "40 mg/day" ), doseAtLeast( "20 mg/day" ) ) | doseAtLeast( "20 mg/day" ) < doseAtLeast( "40 mg/day" )
            exists Treatment( doseUnknown, doseBelow( "40 mg/day" ) ) | never: doseUnknown, doseBelow( "40 mg/day" )
            exists Plan( abrupt, gradual )                     | never: abrupt, gradual
            exists Plan( abrupt, maybeAbrupt )                 | maybeAbrupt < abrupt
            exists Plan( action == "start", abruptEnd )        | never: action == "start", abruptEnd
            exists Plan( action == "start", concerns( "diazepam" ) ) |
            exists Interaction( level == "caution", level == "absolute" ) | never: level == "caution", level == "absolute"
            exists Interaction( level == "caution", bothTaken ) |
            # Groups and counts
            Patient( has( "frailty" ) ); ( Patient( hasNot( "frailty" ) ) or Patient( child ) ) | never: has( "frailty" ), hasNot( "frailty" )
            ( Patient( hasNot( "frailty" ) ) or Patient( has( "frailty" ) ) ) |
            ( ( Patient( child ) and Patient( age >= 18 ) ) or Patient( female ) ) | never: child, age >= 18
            accumulate( Treatment( current, past ); $n : count( 1 ); $n >= 2 ) | never: current, past
            accumulate( Treatment( current ); $n : count( 1 ); $n >= 2 ); exists Treatment( past ) |
            # Findings
            exists Finding( name == "low-dose-needed" ); not Finding( name == "low-dose-needed" ) | never with it: not Finding( name == "low-dose-needed" )
            exists Finding( name == "low-dose-needed", of == "diazepam" ); not Finding( name == "low-dose-needed" ) | never with it: not Finding( name == "low-dose-needed" )
            exists Finding( name == "low-dose-needed" ); not Finding( name == "low-dose-needed", of == "diazepam" ) |
            exists Finding( name == "low-dose-needed", of == "ivig" ); not Finding( name == "low-dose-needed", of == "diazepam" ) |
            # Variables: what they stand for is not known here, so nothing is said
            Treatment( current, $drug : therapy ); History( unavailable( $drug ), declined( $drug ) ) |
            Treatment( current, $drug : therapy ); History( had( $drug ), neverHad( "diazepam" ) ) |
            Treatment( current, past, $drug : therapy )        | never: current, past
            """)
    void conditionsOfARule(String conditions, String expected) throws IOException {
        rule("x", "monitor", conditions);

        assertThat(found()).containsExactlyElementsOf(expected == null ? List.of() : List.of(expected));
    }

    /** Which of two rules x and y that say the same says nothing more. */
    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Diagnosis( confirmed ); Patient( adult )           | Diagnosis( confirmed )                    | x
            Diagnosis( confirmed )                             | Diagnosis( confirmed ); Patient( adult )  | y
            Diagnosis( confirmed )                             | Diagnosis( suspected )                    |
            Patient( adult ); Diagnosis( confirmed )           | Diagnosis( confirmed ); Patient( adult )  | y
            Patient( age >= 65 )                               | Patient( age >= 18 )                      | x
            Patient( age >= 65 )                               | Patient( age > 64 )                       | y
            Patient( age >= 65 )                               | Patient( age < 65 )                       |
            Patient( has( "cirrhosis" ) )                      | Patient( has( "liver-disease" ) )         | x
            Patient( hasNot( "cirrhosis" ) )                   | Patient( hasNot( "liver-disease" ) )      | y
            Patient( unclear( "frailty" ) )                    | Patient( mayHave( "frailty" ) )           | x
            Patient( hasNot( "frailty" ) )                     | Patient( mayHave( "frailty" ) )           |
            exists Treatment( isA( "diazepam" ), current )     | exists Treatment( isA( "benzodiazepine" ), current ) | x
            exists Treatment( isA( "diazepam" ), current )     | exists Treatment( isA( "diazepam" ), past ) |
            exists Treatment( isA( "diazepam" ), current )     | exists Treatment( isA( "diazepam" ) ); exists Treatment( current ) | x
            exists Treatment( isA( "ivig" ) ); exists Treatment( current ) | exists Treatment( isA( "ivig" ), past ) |
            ( Patient( has( "frailty" ) ) or Patient( child ) ) | Patient( has( "frailty" ) )              | y
            ( Patient( has( "frailty" ) ) or Patient( child ) ) | ( Patient( has( "frailty" ) ) or Patient( child ) ) | y
            ( Patient( has( "frailty" ) ) or Patient( child ) ) | ( Patient( has( "frailty" ) ) or Patient( male ) ) |
            ( Patient( male ) or Patient( child ) ); Patient( has( "frailty" ) ) | Patient( has( "frailty" ) ) | x
            accumulate( Treatment( current ); $n : count( 1 ); $n >= 3 ) | accumulate( Treatment( current ); $n : count( 1 ); $n >= 2 ) | x
            accumulate( Treatment( current ); $n : count( 1 ); $n >= 2 ) | accumulate( Treatment( past ); $n : count( 1 ); $n >= 2 ) |
            accumulate( Treatment( isA( "diazepam" ), current ); $n : count( 1 ); $n >= 2 ) | accumulate( Treatment( isA( "benzodiazepine" ) ); $n : count( 1 ); $n >= 2 ) | x
            accumulate( Treatment( isA( "diazepam" ) ); $n : count( 1 ); $n >= 2 ) | exists Treatment( isA( "benzodiazepine" ) ) | x
            not Finding( name == "low-dose-needed" )           | not Finding( name == "low-dose-needed", of == "ivig" ) | x
            exists Finding( name == "low-dose-needed" )        | exists Finding( name == "low-dose-needed", of == "ivig" ) | y
            exists Finding( name == "low-dose-needed" )        | not Finding( name == "low-dose-needed" )  |
            Treatment( current, $a : therapy ); History( unavailable( $a ) ) | Treatment( current, $b : therapy ) | x
            Treatment( current, $a : therapy ); History( unavailable( $a ) ) | Treatment( current, $b : therapy ); History( declined( $b ) ) |
            Treatment( current, $a : therapy ); Treatment( past, $b : therapy ) | Treatment( past, $a : therapy ); Treatment( current, $b : therapy ) |
            """)
    void rulesThatSayTheSame(String x, String y, String subsumed) throws IOException {
        rule("x", "monitor", x);
        rule("y", "monitor", y);

        List<String> expected = subsumed == null
                ? List.of()
                : List.of(
                        "whenever this rule applies, safety/" + (subsumed.equals("x") ? "y" : "x") + " says the same");
        assertThat(found()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Diagnosis( confirmed )          | Diagnosis( confirmed )                   | true
            Diagnosis( confirmed )          | Diagnosis( confirmed ); Patient( adult ) | true
            Patient( age >= 65 )            | Patient( adult )                         | true
            Patient( has( "frailty" ) )     | Patient( hasNot( "frailty" ) )           | false
            Patient( has( "frailty" ) )     | Patient( hasNot( "cirrhosis" ) )         | false
            Patient( age >= 65 )            | Patient( child )                         | false
            """)
    void adviceForAndAgainst(String pro, String contra, boolean contradict) throws IOException {
        rule("x", "start", pro);
        rule("y", "avoid", contra);

        assertThat(found()).hasSize(contradict ? 1 : 0);
    }

    /** A question that no dimension knows would never be found to contradict anything. */
    @Test
    void everyQuestionThatCanBeTriedIsKnown() {
        Set<String> notTried = Set.of("Contraindication", "Interaction", "Finding");
        FactModel.instance().types().values().stream()
                .filter(type -> !notTried.contains(type.name()))
                .forEach(type -> type.questions().values().forEach(question -> {
                    Constraint constraint = question.isFlag()
                            ? new Constraint.Flag(question.name())
                            : new Constraint.Predicate(question.name(), List.of(new Operand.Text(sample(question))));
                    assertThat(Dimensions.of(type.name(), List.of(constraint), new Vocabulary(List.of())))
                            .as("%s.%s", type.name(), question.name())
                            .anyMatch(dimension -> dimension.questions().contains(question.name()));
                }));
    }

    private static String sample(FactModel.Question question) {
        return question.says().dose() ? "40 mg/day" : "something";
    }
}
