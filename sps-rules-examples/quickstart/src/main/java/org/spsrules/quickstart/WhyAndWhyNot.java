package org.spsrules.quickstart;

import java.time.LocalDate;
import org.spsrules.Completeness;
import org.spsrules.Explanation.Item;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Diagnosis.Status;
import org.spsrules.PatientCaseBuilder;
import org.spsrules.SpsRules;
import org.spsrules.WhyNot;

/** Asks why a report says what it says, why it does not say something else, and what is worth asking. */
public final class WhyAndWhyNot {

    private WhyAndWhyNot() {}

    /** Prints the conditions behind each item of a report, what would bring immunoglobulin, and the open questions. */
    public static void main(String[] arguments) {
        SpsRules rules = SpsRules.load();
        PatientCaseBuilder patient = PatientCase.asOf(LocalDate.of(2026, 3, 2)).age(55);
        patient.diagnosis(Status.CONFIRMED).symptoms("rigidity", "falls").treatmentHistory(Completeness.COMPLETE);
        PatientCase patientCase = patient.build();
        // tag::why[]
        for (Item item : rules.explain(patientCase).items()) { // alerts, recommendations, what is withheld
            System.out.println(item.title());
            item.reason().parts().forEach(part -> System.out.println("  " + part.verdict() + ": " + part.text()));
        }
        WhyNot whyNot = rules.whyNot(patientCase, "IVIG"); // a code, name, brand or synonym, of a drug or a class
        System.out.println(whyNot.therapy().name() + " is " + whyNot.status());
        whyNot.change().stream()
                .flatMap(change -> change.alternatives().stream())
                .forEach(facts -> facts.forEach(fact -> System.out.println(fact.subject() + ": " + fact.to())));

        rules.questions(patientCase).forEach(question -> System.out.println(question.text()));
        // end::why[]
        rules.close();
    }
}
