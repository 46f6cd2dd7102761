package org.spsrules.fhir.record;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.Duration;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Period;
import org.spsrules.PartialDate;

/**
 * When something that is over ended, by whatever its resource says of it: the day on which its status changed, the end of its
 * own period, or that of its instructions.
 */
final class Endings {

    /** An element of R5, as R4 carries it. */
    private static final String STATUS_CHANGED = "MedicationRequest.statusChanged";

    private Endings() {}

    /** When an order ended that has been stopped or is completed. */
    static Optional<PartialDate> of(MedicationRequest order) {
        return latest(Stream.concat(
                                order.getExtension().stream()
                                        .filter(extension -> String.valueOf(extension.getUrl())
                                                .endsWith(STATUS_CHANGED)),
                                Stream.concat(within(order.getStatusElement()), within(order.getStatusReason())))
                        .flatMap(extension -> date(extension).stream()))
                .or(() -> of(order.getDosageInstruction(), order.getAuthoredOnElement()));
    }

    /** When an order ends by instructions that all say for how long, reckoned from the day on which it was written. */
    static Optional<PartialDate> byInstructions(MedicationRequest order) {
        return order.getDosageInstruction().stream()
                        .allMatch(dosage -> dosage.getTiming().getRepeat().hasBounds())
                ? of(order.getDosageInstruction(), order.getAuthoredOnElement())
                : Optional.empty();
    }

    /** When a statement says that a treatment ended which is over. */
    static Optional<PartialDate> of(MedicationStatement statement) {
        Optional<PartialDate> whole =
                statement.getEffective() instanceof Period period ? end(period) : Optional.empty();
        return whole.or(() -> of(statement.getDosage(), begin(statement)))
                .or(() -> statement.getEffective() instanceof DateTimeType taken
                        ? Context.partial(taken)
                        : Optional.empty());
    }

    private static BaseDateTimeType begin(MedicationStatement statement) {
        return statement.getEffective() instanceof Period period ? period.getStartElement() : new DateTimeType();
    }

    private static Stream<Extension> within(Element element) {
        return element.getExtension().stream();
    }

    private static Optional<PartialDate> date(Extension extension) {
        return extension.getValue() instanceof Period period
                ? end(period)
                : Optional.ofNullable(extension.getValue())
                        .filter(BaseDateTimeType.class::isInstance)
                        .flatMap(value -> Context.partial((BaseDateTimeType) value));
    }

    private static Optional<PartialDate> of(List<Dosage> instructions, BaseDateTimeType begun) {
        return latest(instructions.stream()
                .map(dosage -> dosage.getTiming().getRepeat().getBounds())
                .flatMap(bounds -> bounds instanceof Period period
                        ? end(period).stream()
                        : bounds instanceof Duration lasts
                                ? Context.day(begun)
                                        .flatMap(day -> Days.after(day, lasts))
                                        .map(PartialDate::of)
                                        .stream()
                                : Stream.empty()));
    }

    private static Optional<PartialDate> latest(Stream<PartialDate> dates) {
        return dates.max(Comparator.comparing(PartialDate::latest));
    }

    private static Optional<PartialDate> end(Period period) {
        return Context.partial(period.getEndElement());
    }

    /** The last day on which instructions say to take it, if every one of them has one. */
    static Optional<LocalDate> lastDay(List<Dosage> instructions) {
        List<Optional<PartialDate>> ends = instructions.stream()
                .map(dosage -> dosage.getTiming().getRepeat().getBounds())
                .map(bounds -> bounds instanceof Period period ? end(period) : Optional.<PartialDate>empty())
                .toList();
        return ends.stream().allMatch(Optional::isPresent)
                ? latest(ends.stream().flatMap(Optional::stream)).map(PartialDate::latest)
                : Optional.empty();
    }
}
