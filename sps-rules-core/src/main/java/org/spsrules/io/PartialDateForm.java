package org.spsrules.io;

import java.util.Optional;
import org.spsrules.PartialDate;
import org.spsrules.io.Node.Scalar;

/** A day, a month or a year. A year may be written as a number. */
final class PartialDateForm extends Form<PartialDate> {

    PartialDateForm() {
        super(
                Scalar.Form.TEXT,
                "write a day, a month or a year, for example 2014-01-15, 2014-01 or 2014",
                PartialDateForm::date);
    }

    @Override
    PartialDate read(Node node) throws MalformedException {
        Optional<PartialDate> year = node instanceof Scalar scalar && scalar.form() == Scalar.Form.NUMBER
                ? date(scalar.text())
                : Optional.empty();
        return year.isPresent() ? year.get() : super.read(node);
    }

    private static Optional<PartialDate> date(String text) {
        try {
            return Optional.of(PartialDate.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
