package org.spsrules.authoring.generate;

import java.util.function.Predicate;
import org.spsrules.InvalidCaseException;
import org.spsrules.PatientCase;
import org.spsrules.io.Documents;
import org.spsrules.io.Node;
import org.spsrules.io.PatientCaseReader;
import org.spsrules.io.PatientCaseWriter;
import org.spsrules.vocabulary.Vocabulary;

/** Leaves out of a case whatever is not needed to show something. Not thread-safe. */
public final class SmallestCase {

    private static final int MOST_TRIES = 5_000;

    private final PatientCaseReader reader;
    private final PatientCaseWriter writer = new PatientCaseWriter();
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
        try {
            Node tree = Documents.read(writer.json(patientCase));
            Node smallest = new SmallestTree(MOST_TRIES, this::stillShows).within(tree);
            return smallest.equals(tree) ? patientCase : reader.read(smallest);
        } catch (Documents.UnreadableException e) {
            throw new IllegalStateException("what was written can be read", e);
        }
    }

    private boolean stillShows(Node tree) {
        try {
            return shows.test(reader.read(tree));
        } catch (InvalidCaseException e) {
            return false;
        }
    }
}
