package org.spsrules.cohort;

import java.util.List;
import java.util.Optional;
import org.spsrules.InvalidCaseException;
import org.spsrules.Problem;
import org.spsrules.io.Documents;
import org.spsrules.io.Node;

/**
 * A case as a line states it: the case itself, or {@code {"id": …, "case": {…}}}.
 *
 * @param id what its owner calls it
 * @param patientCase the case, which has not been read yet
 */
record CaseLine(Optional<String> id, Node patientCase) {

    private static final int MOST_CHARACTERS = 100_000;
    private static final int LONGEST_ID = 200;
    static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String ID = "id";
    private static final String CASE = "case";
    private static final String RIGHT = "a line is one whole case, or {\"id\": \"…\", \"case\": {…}}";

    /**
     * Reads the text of a line.
     *
     * @throws InvalidCaseException if it is not JSON in braces
     */
    static CaseLine of(String line) {
        String text = line.startsWith(BYTE_ORDER_MARK) ? line.substring(BYTE_ORDER_MARK.length()) : line;
        if (text.length() > MOST_CHARACTERS) {
            throw tooLong();
        }
        if (!text.stripLeading().startsWith("{")) {
            throw wrong(new Problem("", "this is not JSON in braces; " + RIGHT));
        }
        Node.Fields fields = (Node.Fields) document(text);
        return fields.get(CASE).map(stated -> new CaseLine(id(fields), stated)).orElseGet(() -> bare(fields));
    }

    private static Node document(String text) {
        try {
            return Documents.read(text);
        } catch (Documents.UnreadableException e) {
            Problem problem = e.problem();
            throw wrong(
                    new Problem(problem.kind(), problem.path(), problem.message() + "; " + RIGHT, problem.position()));
        }
    }

    private static CaseLine bare(Node.Fields fields) {
        if (fields.get("resourceType").isPresent()) {
            throw wrong(new Problem(
                    "", "this is a FHIR resource; cohort --bulk DAY reads an export of them, and here " + RIGHT));
        }
        return new CaseLine(Optional.empty(), fields);
    }

    private static Optional<String> id(Node.Fields fields) {
        Optional<String> id = Optional.empty();
        for (Node.Fields.Entry entry : fields.entries()) {
            if (entry.key().equals(ID) && id.isEmpty()) {
                id = Optional.of(id(entry));
            } else if (!entry.key().equals(CASE)) {
                throw wrong(new Problem("", "beside \"case\" stands only \"id\", once; " + RIGHT).at(entry.position()));
            }
        }
        return id;
    }

    private static String id(Node.Fields.Entry entry) {
        if (entry.value() instanceof Node.Scalar scalar
                && (scalar.form() == Node.Scalar.Form.TEXT || scalar.form() == Node.Scalar.Form.NUMBER)
                && !scalar.text().isBlank()
                && scalar.text().length() <= LONGEST_ID) {
            return scalar.text();
        }
        throw wrong(new Problem(ID, "an id is a text or a number, of at most " + LONGEST_ID + " characters")
                .at(entry.position()));
    }

    /** The text of a line. */
    static String text(InputLine line) {
        if (!line.complete()) {
            throw tooLong();
        }
        try {
            return Documents.text(line.bytes());
        } catch (Documents.UnreadableException e) {
            throw wrong(e.problem());
        }
    }

    private static InvalidCaseException tooLong() {
        return wrong(new Problem("", "the line has more than 100,000 characters, too many for a case"));
    }

    private static InvalidCaseException wrong(Problem problem) {
        return new InvalidCaseException(List.of(problem));
    }
}
