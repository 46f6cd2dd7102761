package org.spsrules.authoring.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spsrules.authoring.SmallKnowledge;
import org.spsrules.internal.rule.Rule;

class CompiledFormTest {

    private static final String START = "start( \"diazepam\" ).because( \"It helps.\" );";

    @TempDir
    Path folder;

    private SmallKnowledge knowledge;

    @BeforeEach
    void write() throws IOException {
        knowledge = new SmallKnowledge(folder);
    }

    @Test
    void whatIsCompiledStandsInOnePackageAndAsksTheSingleFactsInOnePlace() throws IOException {
        assertThat(compiled(knowledge.content().knowledge().rules().get(0)))
                .startsWith("package org.spsrules.kb;")
                .contains("rule \"first-line/start-diazepam\" salience 3 when ")
                .endsWith("when SingleFacts( diagnosis.confirmed, patient.hasNot( \"sleep-apnoea\" ) )"
                        + " then conclusions.add( drools.getRule().getName() ); end\n");
    }

    @Test
    void whatACaseMayLackStandsFirst() throws IOException {
        knowledge.rule(
                "first-line/a",
                "Patient( adult )\n    exists Plan( action == \"start\" )\n    not Finding( name == \"step-open\" )",
                START);

        assertThat(compiled(rule("first-line/a")))
                .contains("when PlanInCase( action == \"start\", patient.adult )"
                        + " not ( FindingInCase( name == \"step-open\" ) ) then");
    }

    @Test
    void whatIsAskedOfSingleFactsIsAskedWhereTheFirstFactIs() throws IOException {
        knowledge.rule(
                "first-line/a",
                "Treatment( $drug : therapy, current )\n    History( takes( $drug ) )\n"
                        + "    ( Patient( adult ) or History( untried( $drug ) ) )",
                START);

        assertThat(compiled(rule("first-line/a")))
                .contains("when TreatmentInCase( $drug : fact.therapy, fact.therapy != null, fact.current,"
                        + " history.takes( fact.therapy ),"
                        + " ( ( patient.adult ) || ( history.untried( fact.therapy ) ) ) ) then");
    }

    @Test
    void whatNeedsALaterFactIsAskedAfterIt() throws IOException {
        knowledge.rule(
                "first-line/a",
                "Plan( action == \"start\" )\n    Treatment( $drug : therapy )\n    History( takes( $drug ) )",
                START);

        assertThat(compiled(rule("first-line/a")))
                .contains("when PlanInCase( action == \"start\" )"
                        + " TreatmentInCase( $drug : fact.therapy, fact.therapy != null )"
                        + " SingleFacts( history.takes( $drug ) ) then");
    }

    @Test
    void aRuleOfSeveralFactsAsksOfEachOnlyWhetherThereIsOne() throws IOException {
        knowledge.rule("first-line/a", "exists Plan( action == \"start\" )\n    exists Treatment( current )", START);

        assertThat(compiled(rule("first-line/a")))
                .contains("when exists ( PlanInCase( action == \"start\" ) )"
                        + " exists ( TreatmentInCase( fact.current ) ) then");
    }

    @Test
    void findingsAboutAnythingAreSeveral() throws IOException {
        knowledge.rule("first-line/a", "exists Treatment( current )\n    Finding( name == \"step-open\" )", START);

        assertThat(compiled(rule("first-line/a")))
                .contains(
                        "when FindingInCase( name == \"step-open\" ) exists ( TreatmentInCase( fact.current ) ) then");
    }

    @Test
    void eachCountHasAVariableOfItsOwn() throws IOException {
        String count = "accumulate( Treatment( current ); $n : count( 1 ); $n >= 2 )";
        knowledge.rule("first-line/a", count + "\n    " + count, START);

        assertThat(compiled(rule("first-line/a"))).contains("$counted0 >= 2", "$counted1 >= 2");
    }

    @Test
    void alternativesAboutSingleFactsAreOneExpression() throws IOException {
        knowledge.rule(
                "first-line/a",
                "( Patient( age >= 65 ) or Course( uncontrolled ) or exists Treatment( current ) )",
                START);

        assertThat(compiled(rule("first-line/a")))
                .contains("when ( ( SingleFacts( ( ( patient.age >= 65 ) || ( course.uncontrolled ) ) ) )"
                        + " or ( TreatmentInCase( fact.current ) ) ) then");
    }

    private Rule rule(String id) throws IOException {
        assertThat(knowledge.problems()).isEmpty();
        return knowledge.rule(id);
    }

    private static String compiled(Rule rule) {
        return CompiledForm.of(rule, 3);
    }
}
