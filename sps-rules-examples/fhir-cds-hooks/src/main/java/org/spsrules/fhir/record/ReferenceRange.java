package org.spsrules.fhir.record;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationReferenceRangeComponent;
import org.hl7.fhir.r4.model.Quantity;
import org.spsrules.Answer;

/** What the range of a laboratory says of a figure that comes without an interpretation, where it can be read in one way. */
final class ReferenceRange {

    private ReferenceRange() {}

    /** Whether a figure is above what is normal; unknown if there are several ranges, other units, or a figure that leaves it open. */
    static Answer isAbove(Observation observation) {
        List<ObservationReferenceRangeComponent> ranges = observation.getReferenceRange();
        boolean isPlain = ranges.size() == 1
                && ranges.get(0).getAge().isEmpty()
                && ranges.get(0).getAppliesTo().isEmpty()
                && isNormal(ranges.get(0));
        if (!isPlain || !(observation.getValue() instanceof Quantity figure)) {
            return Answer.UNKNOWN;
        }
        Quantity high = ranges.get(0).getHigh();
        Optional<BigDecimal> limit = Figures.of(high);
        Optional<BigDecimal> value = Figures.of(figure);
        boolean isComparable = limit.isPresent()
                && value.isPresent()
                && !high.hasComparator()
                && isSameUnit(high, figure)
                && value.get().signum() >= 0;
        return isComparable ? compare(value.get(), figure.getComparator(), limit.get()) : Answer.UNKNOWN;
    }

    /** A range of which nothing is said is the normal one. */
    private static boolean isNormal(ObservationReferenceRangeComponent range) {
        return range.getType().isEmpty()
                || Terms.has(range.getType(), "http://terminology.hl7.org/CodeSystem/referencerange-meaning", "normal");
    }

    private static boolean isSameUnit(Quantity one, Quantity other) {
        String unit = ResultReading.unit(one);
        return !unit.isEmpty() && unit.equals(ResultReading.unit(other));
    }

    private static Answer compare(BigDecimal value, Quantity.QuantityComparator comparator, BigDecimal limit) {
        int compared = value.compareTo(limit);
        if (comparator == null) {
            return compared > 0 ? Answer.YES : Answer.NO;
        }
        return switch (comparator) {
            case LESS_THAN, LESS_OR_EQUAL -> compared <= 0 ? Answer.NO : Answer.UNKNOWN;
            case GREATER_THAN -> compared >= 0 ? Answer.YES : Answer.UNKNOWN;
            case GREATER_OR_EQUAL -> compared > 0 ? Answer.YES : Answer.UNKNOWN;
            default -> Answer.UNKNOWN;
        };
    }
}
