package org.spsrules.io;

import java.util.Optional;
import java.util.regex.Pattern;
import org.spsrules.PartialDate;
import org.spsrules.io.Node.Scalar;

/** A day, a month or a year, as people and records write it. A year, or a day closed up, may be written as a number. */
final class PartialDateForm extends Form<PartialDate> {

    /** A whole number; 2014.5 is neither a month nor anything else that is sure. */
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    PartialDateForm() {
        super(
                Scalar.Form.TEXT,
                "write a day, a month or a year, for example 2014-01-15, 2014-01 or 2014",
                PartialDateForm::date);
    }

    @Override
    PartialDate read(Node node) throws MalformedException {
        Optional<PartialDate> number = node instanceof Scalar scalar
                        && scalar.form() == Scalar.Form.NUMBER
                        && NUMBER.matcher(scalar.text()).matches()
                ? date(scalar.text())
                : Optional.empty();
        return number.isPresent() ? number.get() : super.read(node);
    }

    private static Optional<PartialDate> date(String text) throws MalformedException {
        try {
            return Optional.of(PartialDate.read(text));
        } catch (IllegalArgumentException e) {
            throw new MalformedException(String.valueOf(e.getMessage()));
        }
    }
}
