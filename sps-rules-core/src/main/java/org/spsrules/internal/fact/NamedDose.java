package org.spsrules.internal.fact;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.spsrules.Dose;

/** A dose that a rule names. Rules name few, and ask for them again with every case. */
final class NamedDose {

    private static final int MOST = 1_000;
    private static final Map<String, Dose> KNOWN = new ConcurrentHashMap<>();

    private NamedDose() {}

    /** The dose that is written so. */
    static Dose of(String dose) {
        return KNOWN.size() < MOST ? KNOWN.computeIfAbsent(dose, Dose::parse) : Dose.parse(dose);
    }

    /** A dose on either side of each that a question names. */
    static Stream<Dose> around(List<String> arguments) {
        return arguments.stream()
                .filter(argument -> !argument.isEmpty() && Character.isDigit(argument.charAt(0)))
                .map(NamedDose::of)
                .flatMap(dose -> Stream.of(dose, new Dose(dose.amount().divide(BigDecimal.valueOf(2)), dose.unit())));
    }
}
