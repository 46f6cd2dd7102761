package org.spsrules.authoring.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReviewTest {

    @Test
    void aReviewIsOverdueTheDayAfterItIsDue() {
        Review review = Review.parse("2026-03-01 by A. Name, due 2027-03-01").orElseThrow();

        assertThat(review.by()).isEqualTo("A. Name");
        assertThat(review.isOverdue(LocalDate.of(2027, 3, 1))).isFalse();
        assertThat(review.isOverdue(LocalDate.of(2027, 3, 2))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "", "2026-03-01", "2026-13-01 by A, due 2027-03-01", "soon by A, due 2027-03-01"})
    void whatIsNoReviewIsNone(String text) {
        assertThat(Review.parse(text)).isEmpty();
    }
}
