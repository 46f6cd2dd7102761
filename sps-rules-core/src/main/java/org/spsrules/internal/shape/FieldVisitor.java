package org.spsrules.internal.shape;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.spsrules.Dose;
import org.spsrules.PartialDate;
import org.spsrules.PatientCase.Quantity;

/**
 * Something that is done with fields, by the type of their values.
 *
 * @param <P> the part to which the fields belong
 * @param <R> what comes of it
 */
public interface FieldVisitor<P, R> {

    /** For every type of field of which nothing else is said. */
    R other(Field<P, ?> field);

    /** One of a few words. */
    default <E extends Enum<E>> R word(Field<P, E> field, Types.Word<E> type) {
        return other(field);
    }

    /** One of two states, which a case must state. */
    default R state(Field<P, Boolean> field, Types.State type) {
        return other(field);
    }

    /** A text of one line. */
    default R text(Field<P, Optional<String>> field) {
        return other(field);
    }

    /** A day, a month or a year that may be left out, and does not begin later than the day of the case. */
    default R date(Field<P, Optional<PartialDate>> field) {
        return other(field);
    }

    /** The day of the case. */
    default R today(Field<P, LocalDate> field) {
        return other(field);
    }

    /** A whole number. */
    default R whole(Field<P, Optional<Integer>> field, Types.Whole type) {
        return other(field);
    }

    /** A number in one unit. */
    default R measure(Field<P, Optional<BigDecimal>> field, Types.Measure type) {
        return other(field);
    }

    /** A dose. */
    default R dose(Field<P, Optional<Dose>> field) {
        return other(field);
    }

    /** A measured value in any unit. */
    default R quantity(Field<P, Optional<Quantity>> field) {
        return other(field);
    }

    /** A term that a case must state. */
    default R term(Field<P, String> field, Types.Term type) {
        return other(field);
    }

    /** A term that may be left out. */
    default R optionalTerm(Field<P, Optional<String>> field, Types.OptionalTerm type) {
        return other(field);
    }

    /** A list of terms. */
    default R terms(Field<P, Set<String>> field, Types.Terms type) {
        return other(field);
    }

    /** A part within the part. */
    default <Q> R part(Field<P, Q> field, Types.One<Q> type) {
        return other(field);
    }

    /** A list of parts. */
    default <Q> R parts(Field<P, List<Q>> field, Types.Many<Q> type) {
        return other(field);
    }
}
