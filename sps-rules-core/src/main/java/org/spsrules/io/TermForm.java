package org.spsrules.io;

import java.util.Optional;
import org.spsrules.io.Node.Fields;
import org.spsrules.io.Node.Scalar;
import org.spsrules.vocabulary.OtherTerm;

/**
 * A term: a name or a code as a text, or a map that says which of the two it is, {@code {system: RxNorm, code: 3322}} and
 * {@code {other: amoxicillin}}.
 */
final class TermForm extends Form<String> {

    private static final String MAPS =
            "write a name or a code, {system: RxNorm, code: 3322}, or {other: …} for what is not"
                    + " in the vocabulary";
    private static final String OTHER = "other";
    private static final String SYSTEM = "system";
    private static final String CODE = "code";

    TermForm() {
        super(Scalar.Form.TEXT, "write a name or a code", Form::text);
    }

    @Override
    String read(Node node) throws MalformedException {
        if (!(node instanceof Fields fields)) {
            return super.read(node);
        }
        Optional<String> other = entry(fields, OTHER);
        Optional<String> system = entry(fields, SYSTEM);
        Optional<String> code = entry(fields, CODE);
        if (other.isPresent() && fields.entries().size() == 1) {
            return OtherTerm.of(other.get());
        } else if (system.isPresent() && code.isPresent() && fields.entries().size() == 2) {
            return system.get() + " " + code.get();
        }
        throw new MalformedException(MAPS + "; found a map with " + keys(fields));
    }

    private static String keys(Fields fields) {
        return fields.entries().isEmpty()
                ? "nothing in it"
                : String.join(
                        ", ",
                        fields.entries().stream()
                                .map(entry -> Quote.shortened(entry.key()))
                                .toList());
    }

    /** Codes are often written as numbers. */
    private static Optional<String> entry(Fields fields, String key) throws MalformedException {
        Optional<Node> node = fields.get(key);
        if (node.isPresent()
                && node.get() instanceof Scalar scalar
                && (scalar.form() == Scalar.Form.TEXT || key.equals(CODE) && scalar.form() == Scalar.Form.NUMBER)) {
            return text(scalar.text().strip());
        }
        return Optional.empty();
    }
}
