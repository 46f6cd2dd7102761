package org.spsrules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.spsrules.PatientCase.Quantity;
import org.spsrules.PatientCase.Test;
import org.spsrules.internal.shape.CheckedDraft;
import org.spsrules.internal.shape.TestFields;

/** The details of a test, while a case is built. Not safe for use by several threads. */
public final class TestDraft {

    private final CheckedDraft<Test> draft;

    TestDraft(CheckedDraft<Test> draft) {
        this.draft = draft;
    }

    /** The measured value, 0 or more, in a unit that the vocabulary lists for the test. */
    public TestDraft value(BigDecimal amount, String unit) {
        if (present(amount) && present(unit)) {
            try {
                draft.setOptional(TestFields.VALUE, new Quantity(amount, unit));
            } catch (IllegalArgumentException e) {
                draft.refuse(TestFields.VALUE, String.valueOf(e.getMessage()));
            }
        }
        return this;
    }

    /** A value of which only a bound is known, such as {@code >2000 IU/mL}. */
    public TestDraft value(Quantity.Comparator comparator, BigDecimal amount, String unit) {
        if (present(comparator) && present(amount) && present(unit)) {
            try {
                draft.setOptional(TestFields.VALUE, new Quantity(comparator, amount, unit));
            } catch (IllegalArgumentException e) {
                draft.refuse(TestFields.VALUE, String.valueOf(e.getMessage()));
            }
        }
        return this;
    }

    private boolean present(@Nullable Object value) {
        if (value == null) {
            draft.setOptional(TestFields.VALUE, null);
        }
        return value != null;
    }

    /** The method, for example {@code ELISA}. */
    public TestDraft assay(String name) {
        draft.setOptional(TestFields.ASSAY, name);
        return this;
    }

    /** When it was taken, as exactly as that is known. */
    public TestDraft date(PartialDate date) {
        draft.setOptional(TestFields.DATE, date);
        return this;
    }

    /** The day on which it was taken. */
    public TestDraft date(LocalDate day) {
        draft.setOptional(TestFields.DATE, day, PartialDate::of);
        return this;
    }

    /** The month in which it was taken. */
    public TestDraft date(YearMonth month) {
        draft.setOptional(TestFields.DATE, month, PartialDate::of);
        return this;
    }

    /** The year in which it was taken. */
    public TestDraft date(Year year) {
        draft.setOptional(TestFields.DATE, year, PartialDate::of);
        return this;
    }
}
