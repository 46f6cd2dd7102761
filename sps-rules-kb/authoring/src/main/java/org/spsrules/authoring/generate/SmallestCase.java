package org.spsrules.authoring.generate;

import java.util.function.Predicate;
import org.spsrules.InvalidCaseException;
import org.spsrules.PatientCase;
import org.spsrules.authoring.scenario.CaseText;
import org.spsrules.io.Node;
import org.spsrules.io.PatientCaseReader;
import org.spsrules.vocabulary.Vocabulary;

/** Leaves out of a case whatever is not needed to show something. Not thread-safe. */
public final class SmallestCase {

    private static final int MOST_TRIES = 5_000;

    private final PatientCaseReader reader;
    private final Predicate<PatientCase> shows;

    /**
     * Looks for small cases.
     *
     * @param vocabulary the terms of the cases
     * @param shows whether a case, in codes, still shows it
     */
    public SmallestCase(Vocabulary vocabulary, Predicate<PatientCase> shows) {
        this.reader = new PatientCaseReader(vocabulary);
        this.shows = shows;
    }

    /** A case that shows it and from which, within a bounded number of tries, no single fact could be taken. */
    public PatientCase within(PatientCase patientCase) {
        Node tree = CaseText.tree(patientCase);
        Node smallest = new SmallestTree(MOST_TRIES, this::stillShows).within(tree);
        return smallest.equals(tree) ? patientCase : reader.read(smallest);
    }

    private boolean stillShows(Node tree) {
        try {
            return shows.test(reader.read(tree));
        } catch (InvalidCaseException e) {
            return false;
        }
    }
}
