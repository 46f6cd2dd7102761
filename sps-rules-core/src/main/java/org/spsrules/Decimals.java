package org.spsrules;

import java.math.BigDecimal;

/** The one form of each number, so that 70 and 70.0 are the same value. */
final class Decimals {

    /** Beyond this no value of a case is allowed, and a number written out could fill the memory. */
    private static final int MOST_ZEROS = 30;

    private Decimals() {}

    /** The number without zeros at its end; also not as a power of ten, unless it is enormous. */
    static BigDecimal plain(BigDecimal number) {
        BigDecimal shortest = number.stripTrailingZeros();
        return shortest.scale() < 0 && shortest.scale() >= -MOST_ZEROS ? shortest.setScale(0) : shortest;
    }
}
