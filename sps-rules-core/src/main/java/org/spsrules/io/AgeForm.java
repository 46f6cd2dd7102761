package org.spsrules.io;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spsrules.internal.shape.PersonFields;
import org.spsrules.io.Node.Scalar;

/** An age: a number of completed years, or, of small children, {@code 18 months}, which are counted as one year. */
final class AgeForm extends Form<Integer> {

    private static final Pattern MONTHS = Pattern.compile("([0-9]{1,4})\\s*months?");

    AgeForm() {
        super(Scalar.Form.NUMBER, "write a whole number of years, for example 55, or 18 months", Form::wholeNumber);
    }

    @Override
    Integer read(Node node) throws MalformedException {
        if (node instanceof Scalar scalar && scalar.form() == Scalar.Form.TEXT) {
            Matcher months = MONTHS.matcher(scalar.text().strip());
            if (months.matches()) {
                return PersonFields.years(Integer.parseInt(months.group(1)));
            }
        }
        return super.read(node);
    }
}
