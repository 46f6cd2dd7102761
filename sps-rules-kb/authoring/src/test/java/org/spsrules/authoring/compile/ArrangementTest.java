package org.spsrules.authoring.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spsrules.PatientCase;
import org.spsrules.authoring.SmallKnowledge;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.differential.Differential;
import org.spsrules.authoring.generate.CaseGenerator;
import org.spsrules.internal.engine.DroolsEngine;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.reference.ReferenceEvaluator;
import org.spsrules.internal.rule.Match;
import org.spsrules.internal.rule.Rule;

/** However conditions are arranged for Drools, they mean what the reference evaluator reads in them. */
class ArrangementTest {

    private static final long SEED = 20261128;
    private static final int CASES = 2_000;
    private static final String MONITOR = "monitor( \"diazepam\" ).because( \"It is odd.\" );";

    @TempDir
    Path folder;

    @Test
    void bothEnginesAgreeHoweverVariablesRunThroughARule() throws IOException {
        SmallKnowledge small = new SmallKnowledge(folder);
        small.write("vocabulary/contraindications.yaml", """
                contraindications:
                  - therapy: diazepam
                    condition: sleep-apnoea
                    level: absolute
                    reason: It can stop the breathing at night.
                    sources: [DO-01]
                """);
        small.rule("appraisal/closed", "Treatment( current, $drug : therapy )", "conclude( \"step-closed\", $drug );");
        List<String> conditions = List.of(
                "Treatment( $drug : therapy )\nHistory( takes( $drug ) )",
                "Plan( $drug : therapy )\nHistory( declined( $drug ) )",
                "Treatment( $how : response )\nPatient( adult )\nTreatment( response == $how, current )",
                "Finding( name == \"step-closed\", $drug : of )\nHistory( had( $drug ) )\nPatient( mayHave( \"sleep-apnoea\" ) )",
                "Contraindication( $why : condition )\n( Patient( has( $why ) ) or Patient( child ) )",
                "Plan( action == \"start\" )\nTreatment( $drug : therapy )\nHistory( takes( $drug ) )",
                "Plan( $drug : therapy )\n( ( Treatment( current ) and History( takes( $drug ) ) ) or Patient( child ) )",
                "( ( Treatment( $drug : therapy ) and History( takes( $drug ) ) )"
                        + " or ( Plan( $drug : therapy ) and Finding( name == \"step-closed\", of == $drug ) ) )",
                "( ( Treatment( current, $drug : therapy ) and not Finding( name == \"step-open\", of == $drug ) )"
                        + " or Patient( age >= 65 ) )",
                "Patient( $age : age )\nexists Treatment( current )\nPatient( age <= $age, adult )",
                "exists Plan( action == \"stop\" )\nexists Treatment( current )\nCourse( uncontrolled )",
                "accumulate( Treatment( current ); $n : count( 1 ); $n >= 2 )\nPatient( adult )",
                "not Finding( name == \"step-closed\", of == \"diazepam\" )\nHistory( untried( \"diazepam\" ) )");
        for (int i = 0; i < conditions.size(); i++) {
            small.rule("first-line/odd-" + i, conditions.get(i), MONITOR);
        }
        assertThat(small.problems()).isEmpty();
        Knowledge knowledge = small.content().knowledge();
        ReferenceEvaluator reference = new ReferenceEvaluator(knowledge.rules());
        CaseGenerator generator = new CaseGenerator(knowledge, SEED);
        List<PatientCase> cases = Stream.generate(generator::next).limit(CASES).toList();
        Set<String> applied = new HashSet<>();

        try (DroolsEngine drools =
                RuleCompiler.engine(knowledge.rules(), new Diagnostics()).orElseThrow()) {
            Differential differential = new Differential(knowledge, drools, facts -> {
                Set<Match> matches = reference.evaluate(facts);
                matches.forEach(match -> applied.add(match.rule().id()));
                return matches;
            });
            assertThat(differential.on(cases.stream())).as("seed %d", SEED).isEmpty();
        }
        assertThat(applied).containsAll(knowledge.rules().stream().map(Rule::id).toList());
    }
}
