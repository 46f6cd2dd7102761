package org.spsrules.fhir.record;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.spsrules.PartialDate;
import org.spsrules.PatientCase.Quantity;
import org.spsrules.PatientCase.Test;
import org.spsrules.PatientCaseBuilder;

/** The results of tests while a record is read. Not thread-safe. */
final class TestResults {

    private static final Comparator<Entry> LATEST_FIRST = Comparator.comparing(
                    (Entry entry) -> entry.date().map(PartialDate::latest).orElse(LocalDate.MIN))
            .reversed();

    private final List<Entry> entries = new ArrayList<>();

    /**
     * A result.
     *
     * @param test code of the test
     * @param result what came of it
     * @param value the figure
     * @param assay the method
     * @param date when it was taken
     * @param reference the resource that says so
     */
    record Entry(
            String test,
            Test.Result result,
            Optional<Quantity> value,
            Optional<String> assay,
            Optional<PartialDate> date,
            String reference) {

        private boolean isOf(Entry other) {
            return test.equals(other.test) && assay.equals(other.assay) && date.equals(other.date);
        }

        private boolean isDecided() {
            return result == Test.Result.POSITIVE || result == Test.Result.NEGATIVE || result.isLevel();
        }
    }

    void add(Entry entry) {
        entries.add(entry);
    }

    /** Adds them to a case; what is pending or unclear gives way to a result of the same test on the same day. */
    void addTo(PatientCaseBuilder builder, Sources sources, Leftovers leftovers) {
        List<Entry> decided = new ArrayList<>();
        for (Entry entry : entries) {
            boolean outdone =
                    !entry.isDecided() && entries.stream().anyMatch(other -> other.isOf(entry) && other.isDecided());
            if (outdone) {
                leftovers.add(
                        entry.reference(), entry.test(), "the same test of the same day has a result, which was used");
            } else {
                decided.add(entry);
            }
        }
        List<Entry> latest = Latest.of(
                decided,
                entry -> List.of(entry.test(), entry.result()),
                LATEST_FIRST,
                entry -> leftovers.add(
                        entry.reference(),
                        entry.test(),
                        "a case holds " + Latest.MOST + " results; of each test the latest were used"));
        for (Entry entry : latest) {
            builder.test(entry.test(), entry.result(), draft -> {
                entry.value()
                        .ifPresent(value -> draft.value(
                                value.comparator(), new BigDecimal(value.value().toPlainString()), value.unit()));
                entry.assay().ifPresent(draft::assay);
                entry.date().ifPresent(draft::date);
            });
            sources.add("tests: " + entry.test(), entry.reference());
        }
    }
}
