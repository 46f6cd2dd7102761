package org.spsrules.fhir.record;

import java.math.BigDecimal;
import java.util.Optional;
import org.hl7.fhir.r4.model.Quantity;
import org.jspecify.annotations.Nullable;

/** The numbers of a record that can be reckoned with: written out, others could fill the memory. */
final class Figures {

    /** As many as a measured value of a case may have. */
    private static final int MOST_DIGITS = 30;

    private Figures() {}

    /** The number; empty if there is none, or one that would take more than 30 digits. */
    static Optional<BigDecimal> of(@Nullable BigDecimal number) {
        return Optional.ofNullable(number)
                .filter(value -> Math.abs((long) value.scale()) <= MOST_DIGITS && value.precision() <= MOST_DIGITS);
    }

    /** The number of a quantity, on the same terms. */
    static Optional<BigDecimal> of(Quantity quantity) {
        return of(quantity.getValue());
    }
}
