package org.spsrules.workbench;

import org.spsrules.io.PatientCaseReader;
import org.spsrules.vocabulary.Vocabulary;
import picocli.CommandLine.Option;

/** The option that says what becomes of terms that the vocabulary does not know. */
final class UnknownTerms {

    @Option(
            names = "--keep-unknown",
            description = {
                "Keep drugs, conditions, symptoms and tests that the vocabulary does not know, and name them in the report,"
                        + " instead of refusing the case."
            })
    private boolean kept;

    PatientCaseReader reader(Vocabulary vocabulary) {
        PatientCaseReader strict = new PatientCaseReader(vocabulary);
        return kept ? strict.keepingUnknownTerms() : strict;
    }
}
