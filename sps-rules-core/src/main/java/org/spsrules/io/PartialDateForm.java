package org.spsrules.io;

import java.util.Optional;
import org.spsrules.PartialDate;
import org.spsrules.io.Node.Scalar;

/** A day, a month or a year, as people and records write it. A year, or a day closed up, may be written as a number. */
final class PartialDateForm extends Form<PartialDate> {

    PartialDateForm() {
        super(
                Scalar.Form.TEXT,
                "write a day, a month or a year, for example 2014-01-15, 2014-01 or 2014",
                PartialDateForm::date);
    }

    @Override
    PartialDate read(Node node) throws MalformedException {
        Optional<PartialDate> number = node instanceof Scalar scalar && scalar.form() == Scalar.Form.NUMBER
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
