package org.spsrules.internal.shape;

import java.time.LocalDate;
import java.util.Optional;
import org.spsrules.Dose;
import org.spsrules.PartialDate;
import org.spsrules.PatientCase.Quantity;

/** The types of fields that are of one form wherever they stand. */
final class PlainTypes {

    private PlainTypes() {}

    static final class Text extends Value<Optional<String>> {

        Text() {
            super(Optional.empty());
        }

        @Override
        <P, R> R accept(Field<P, Optional<String>> field, FieldVisitor<P, R> visitor) {
            return visitor.text(field);
        }
    }

    static final class Date extends Value<Optional<PartialDate>> {

        Date() {
            super(Optional.empty());
        }

        @Override
        <P, R> R accept(Field<P, Optional<PartialDate>> field, FieldVisitor<P, R> visitor) {
            return visitor.date(field);
        }
    }

    static final class Today extends Value<LocalDate> {

        private static final LocalDate NO_LATER = LocalDate.of(9999, 12, 31);

        Today() {
            super(NO_LATER);
        }

        @Override
        public boolean isRequired() {
            return true;
        }

        @Override
        <P, R> R accept(Field<P, LocalDate> field, FieldVisitor<P, R> visitor) {
            return visitor.today(field);
        }
    }

    static final class DoseValue extends Value<Optional<Dose>> {

        DoseValue() {
            super(Optional.empty());
        }

        @Override
        <P, R> R accept(Field<P, Optional<Dose>> field, FieldVisitor<P, R> visitor) {
            return visitor.dose(field);
        }
    }

    static final class QuantityValue extends Value<Optional<Quantity>> {

        QuantityValue() {
            super(Optional.empty());
        }

        @Override
        <P, R> R accept(Field<P, Optional<Quantity>> field, FieldVisitor<P, R> visitor) {
            return visitor.quantity(field);
        }
    }
}
