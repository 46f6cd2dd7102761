package org.spsrules.fhir.record;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.StringType;
import org.spsrules.Answer;
import org.spsrules.PatientCase.Quantity.Comparator;
import org.spsrules.PatientCase.Test.Result;
import org.spsrules.vocabulary.Concept;

/** What came of an observation: positive or negative, or where its value lies; and its figure. */
final class ResultReading {

    private static final List<String> POSITIVE =
            List.of("pos", "det", "rr", "wr", "10828004", "260373001", "52101004", "la6576-8", "la11882-0", "la9633-4");
    private static final List<String> NEGATIVE =
            List.of("neg", "nd", "nr", "260385009", "260415000", "2667000", "la6577-6", "la11883-8", "la9634-2");
    private static final List<String> RAISED = List.of("h", "hh", "hu", "a", "aa");
    private static final List<String> NORMAL = List.of("n");
    private static final List<String> HIGH = List.of("h", "hh", "hu");
    private static final List<String> LOW = List.of("l", "ll", "lu");
    private static final List<String> NOT_DONE = List.of("not-performed");
    /** What is looked for and should not be there: of these alone a raised value is a positive result. */
    private static final List<String> LOOKED_FOR = List.of("antibody", "antigen", "dna");

    private static final Map<Quantity.QuantityComparator, Comparator> COMPARATORS = Map.of(
            Quantity.QuantityComparator.LESS_THAN, Comparator.BELOW,
            Quantity.QuantityComparator.LESS_OR_EQUAL, Comparator.AT_MOST,
            Quantity.QuantityComparator.GREATER_OR_EQUAL, Comparator.AT_LEAST,
            Quantity.QuantityComparator.GREATER_THAN, Comparator.ABOVE);

    private final Context context;

    ResultReading(Context context) {
        this.context = context;
    }

    /** The result of a test. */
    Result result(Concept test, Observation observation, String reference) {
        Answer answer = answer(observation);
        if (answer == Answer.UNKNOWN && isLookedFor(test)) {
            answer = flag(observation);
        }
        if (answer == Answer.UNKNOWN
                && isLookedFor(test)
                && observation.getInterpretation().isEmpty()) {
            answer = ReferenceRange.isAbove(observation);
        }
        if (answer == Answer.UNKNOWN && isPending(observation)) {
            return Result.PENDING;
        } else if (answer == Answer.UNKNOWN && isNotDone(observation)) {
            return Result.NOT_DONE;
        }
        Optional<Result> level = level(observation);
        if (answer == Answer.UNKNOWN && level.isPresent()) {
            return level.get();
        } else if (answer == Answer.UNKNOWN) {
            String absent = observation.hasDataAbsentReason()
                    ? "it has no value: " + Terms.name(observation.getDataAbsentReason())
                    : "it says neither positive nor negative";
            context.unused(reference, test.name(), absent);
            return Result.UNKNOWN;
        }
        return answer == Answer.YES ? Result.POSITIVE : Result.NEGATIVE;
    }

    private static boolean isPending(Observation observation) {
        return !observation.hasDataAbsentReason()
                && (observation.getStatus() == Observation.ObservationStatus.REGISTERED
                        || observation.getStatus() == Observation.ObservationStatus.PRELIMINARY);
    }

    private static boolean isNotDone(Observation observation) {
        return codes(observation.getDataAbsentReason()).anyMatch(NOT_DONE::contains);
    }

    private static Optional<Result> level(Observation observation) {
        List<String> flags = flags(observation);
        if (flags.stream().anyMatch(HIGH::contains)) {
            return Optional.of(Result.HIGH);
        } else if (flags.stream().anyMatch(LOW::contains)) {
            return Optional.of(Result.LOW);
        }
        return flags.stream().anyMatch(NORMAL::contains) ? Optional.of(Result.NORMAL) : Optional.empty();
    }

    private static List<String> flags(Observation observation) {
        return observation.getInterpretation().stream()
                .flatMap(ResultReading::codes)
                .toList();
    }

    private static boolean isLookedFor(Concept test) {
        String name = test.name().toLowerCase(Locale.ROOT);
        return LOOKED_FOR.stream().anyMatch(name::endsWith);
    }

    /** Whether what was looked for is there, by the value or by its interpretation. */
    Answer answer(Observation observation) {
        Stream<CodeableConcept> coded = observation.getInterpretation().stream();
        if (observation.getValue() instanceof CodeableConcept value) {
            coded = Stream.concat(Stream.of(value), coded);
        } else if (observation.getValue() instanceof BooleanType value && value.getValue() != null) {
            return value.getValue() ? Answer.YES : Answer.NO;
        } else if (observation.getValue() instanceof StringType value && value.getValue() != null) {
            Answer written = WrittenResult.of(value.getValue());
            if (written != Answer.UNKNOWN) {
                return written;
            }
        }
        return coded.map(ResultReading::answer)
                .filter(answer -> answer != Answer.UNKNOWN)
                .findFirst()
                .orElse(Answer.UNKNOWN);
    }

    private static Answer answer(CodeableConcept value) {
        if (codes(value).anyMatch(POSITIVE::contains)) {
            return Answer.YES;
        } else if (codes(value).anyMatch(NEGATIVE::contains)) {
            return Answer.NO;
        }
        return value.getText() != null ? WrittenResult.of(value.getText()) : Answer.UNKNOWN;
    }

    private static Stream<String> codes(CodeableConcept value) {
        return value.getCoding().stream()
                .filter(coding -> coding.getCode() != null)
                .map(coding -> coding.getCode().toLowerCase(Locale.ROOT));
    }

    private static Answer flag(Observation observation) {
        List<String> flags = flags(observation);
        if (flags.stream().anyMatch(RAISED::contains)) {
            return Answer.YES;
        }
        return flags.stream().anyMatch(NORMAL::contains) ? Answer.NO : Answer.UNKNOWN;
    }

    /** The figure, if the vocabulary lists its unit for the test. */
    Optional<org.spsrules.PatientCase.Quantity> value(Concept test, Observation observation, String reference) {
        if (!(observation.getValue() instanceof Quantity quantity) || quantity.getValue() == null) {
            return Optional.empty();
        }
        Optional<BigDecimal> figure = Figures.of(quantity);
        if (figure.isEmpty()) {
            context.unused(reference, test.name(), "its figure has too many digits for a measured value");
            return Optional.empty();
        }
        String unit = unit(quantity);
        Optional<String> known = test.units().stream()
                .filter(listed -> plain(listed).equals(plain(unit)))
                .findFirst();
        if (known.isEmpty() || figure.get().signum() < 0) {
            context.unused(
                    reference,
                    test.name() + " " + figure.get().toPlainString() + " " + unit,
                    test.units().isEmpty()
                            ? "nothing here reads its figure"
                            : "the figure is not used; its units are " + String.join(", ", test.units()));
            return Optional.empty();
        }
        Comparator comparator = Optional.ofNullable(quantity.getComparator())
                .map(COMPARATORS::get)
                .orElse(Comparator.EQUAL);
        return Optional.of(new org.spsrules.PatientCase.Quantity(comparator, figure.get(), known.get()));
    }

    /** The unit in UCUM if it is coded, else as it is written. */
    static String unit(Quantity quantity) {
        if (quantity.getCode() != null) {
            return quantity.getCode();
        }
        return quantity.getUnit() != null ? quantity.getUnit() : "";
    }

    /** Laboratories write international units in brackets or without, micro in three ways, and litres as they like. */
    private static String plain(String unit) {
        return unit.replace('\u03bc', 'u')
                .replace('\u00b5', 'u')
                .replace("Cel", "\u00b0C")
                .replaceAll("[\\[\\]]|\\{[^{}]*\\}", "")
                .toLowerCase(Locale.ROOT);
    }
}
