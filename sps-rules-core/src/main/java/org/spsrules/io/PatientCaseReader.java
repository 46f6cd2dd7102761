package org.spsrules.io;

import static org.spsrules.internal.Given.given;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.spsrules.InvalidCaseException;
import org.spsrules.PatientCase;
import org.spsrules.Problem;
import org.spsrules.internal.cases.CaseTerms;
import org.spsrules.internal.shape.CaseFields;
import org.spsrules.internal.shape.Values;
import org.spsrules.vocabulary.Vocabulary;

/**
 * Reads patient cases in the format {@value #FORMAT}, as YAML or as JSON. Immutable and safe for use by several threads.
 */
public final class PatientCaseReader {

    /** The name of the format, which a file states in its field {@code format}. */
    public static final String FORMAT = "sps-patient-case/1";

    private static final int MOST_CHARACTERS = 100_000;
    private static final Form<String> THIS_FORMAT = Form.exactly(FORMAT);

    private final CaseTerms terms;
    private final UnaryOperator<Values<PatientCase>> unknownTerms;

    /** Reads cases whose terms are in this vocabulary; a term that is not refuses the case, because it may be misspelt. */
    public PatientCaseReader(Vocabulary vocabulary) {
        this(new CaseTerms(given(vocabulary, "vocabulary")), UnaryOperator.identity());
    }

    private PatientCaseReader(CaseTerms terms, UnaryOperator<Values<PatientCase>> unknownTerms) {
        this.terms = terms;
        this.unknownTerms = unknownTerms;
    }

    /**
     * A reader for what comes out of records rather than from an author: it keeps drugs, conditions, symptoms and tests that
     * the vocabulary does not know, as {@code {other: …}} does. The report names them as not understood, and no list that
     * holds one counts as complete.
     */
    public PatientCaseReader keepingUnknownTerms() {
        return new PatientCaseReader(terms, terms::keepingUnknown);
    }

    /**
     * Reads a file.
     *
     * @param text its content; it states its format
     * @throws InvalidCaseException with everything that is wrong with the file, each with its place in it
     */
    public PatientCase read(String text) {
        return read(text, "");
    }

    /**
     * Reads a file.
     *
     * @param text its content; it states its format
     * @param fileName its name; one that ends in {@code .yaml} or {@code .yml} is YAML, however it begins
     * @throws InvalidCaseException like {@link #read(String)}
     */
    public PatientCase read(String text, String fileName) {
        return read(document(text, fileName), root -> root.required("format", THIS_FORMAT, FORMAT));
    }

    /**
     * Reads a file to the end of the source, and leaves that open.
     *
     * @throws InvalidCaseException like {@link #read(String)}
     * @throws IOException if the source fails
     */
    public PatientCase read(Reader source) throws IOException {
        given(source, "source");
        return read(Documents.text(source));
    }

    /**
     * Reads a file in UTF-8 to the end of the source, and leaves that open.
     *
     * @throws InvalidCaseException like {@link #read(String)}
     * @throws IOException if the source fails
     */
    public PatientCase read(InputStream source) throws IOException {
        given(source, "source");
        try {
            return read(Documents.text(source));
        } catch (Documents.UnreadableException e) {
            throw new InvalidCaseException(List.of(e.problem()));
        }
    }

    /**
     * Reads a case that is part of a file.
     *
     * @param node the case; it need not state its format
     * @throws InvalidCaseException with everything that is wrong with the case, each with its place in the file
     */
    public PatientCase read(Node node) {
        given(node, "node");
        return read(node, root -> root.optional("format", THIS_FORMAT));
    }

    private static Node document(String text, String fileName) {
        given(text, "text");
        if (text.length() > MOST_CHARACTERS) {
            throw new InvalidCaseException(List.of(new Problem(
                    Problem.Kind.UNREADABLE,
                    "",
                    "the file has more than 100,000 characters, too many for a case",
                    Optional.empty())));
        }
        try {
            return Documents.read(text, fileName);
        } catch (Documents.UnreadableException e) {
            throw new InvalidCaseException(List.of(e.problem()));
        }
    }

    private PatientCase read(Node node, Consumer<Section> format) {
        CaseProblems problems = new CaseProblems();
        Optional<PatientCase> patientCase = Section.read("", node, problems, root -> {
            format.accept(root);
            return patientCase(root, problems);
        });
        return patientCase
                .filter(complete -> problems.inOrder().isEmpty())
                .orElseThrow(() -> new InvalidCaseException(problems.inOrder()));
    }

    /** The case, unless its facts do not fit together. */
    private Optional<PatientCase> patientCase(Section root, CaseProblems problems) {
        Values<PatientCase> values = unknownTerms.apply(FieldReading.of(CaseFields.PART, root));
        try {
            PatientCase patientCase = CaseFields.PART.make(values);
            problems.report(terms.problemsIn(patientCase));
            return Optional.of(patientCase);
        } catch (InvalidCaseException e) {
            problems.report(e.problems());
            problems.report(terms.problemsIn(values));
            return Optional.empty();
        }
    }
}
