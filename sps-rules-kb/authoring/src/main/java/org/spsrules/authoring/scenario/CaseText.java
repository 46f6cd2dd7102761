package org.spsrules.authoring.scenario;

import java.util.Optional;
import java.util.stream.Collectors;
import org.spsrules.PatientCase;
import org.spsrules.io.Documents;
import org.spsrules.io.Node;
import org.spsrules.io.PatientCaseWriter;

/** Writes cases as authors write them in scenarios: YAML on one line. */
public final class CaseText {

    private static final String FORMAT = "format";

    private CaseText() {}

    /** The tree of a case, as a scenario would hold it. */
    public static Node tree(PatientCase patientCase) {
        try {
            return Documents.read(new PatientCaseWriter().json(patientCase));
        } catch (Documents.UnreadableException e) {
            throw new IllegalStateException("what was written can be read", e);
        }
    }

    /** A case on one line, to be put behind {@code case:}; scenarios name no format. */
    public static String of(Node node) {
        if (node instanceof Node.Fields fields) {
            return fields.entries().stream()
                    .filter(entry -> !entry.key().equals(FORMAT))
                    .map(entry -> entry.key() + ": " + of(entry.value()))
                    .collect(Collectors.joining(", ", "{", "}"));
        } else if (node instanceof Node.Items items) {
            return items.nodes().stream().map(CaseText::of).collect(Collectors.joining(", ", "[", "]"));
        }
        Node.Scalar scalar = (Node.Scalar) node;
        boolean text = scalar.form() == Node.Scalar.Form.TEXT;
        boolean plain = scalar.text().matches("[A-Za-z0-9][A-Za-z0-9 ./-]*[A-Za-z0-9]")
                && !(text && scalar.text().matches("[0-9.]+|true|false|null"));
        return plain || !text
                ? scalar.text()
                : '"' + scalar.text().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** A scenario, ready to be pasted into a file. */
    public static String scenario(String name, Node patientCase, String expectation) {
        return scenario(name, Optional.empty(), patientCase, expectation);
    }

    /** A scenario beside a rule about rows, of one of them, ready to be pasted into a file. */
    public static String scenario(String name, Optional<String> row, Node patientCase, String expectation) {
        return """
                  - name: %s
                %s    case: %s
                    expect: %s
                """.formatted(name, row.map(of -> "    of: " + of + "\n").orElse(""), of(patientCase), expectation);
    }
}
