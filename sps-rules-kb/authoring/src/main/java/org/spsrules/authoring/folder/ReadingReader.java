package org.spsrules.authoring.folder;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.spsrules.internal.knowledge.Reading;
import org.spsrules.internal.knowledge.Reference;

/**
 * Reads where something was read. What was read nowhere says nothing of it: there is no word for it that could be
 * mistaken for its opposite, and none that could be written without a place.
 */
final class ReadingReader {

    private static final String FORMER = "certainty";
    private static final String VERIFIED = "verified";
    private static final Pattern PUBLISHED = Pattern.compile("[12]\\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?");

    private ReadingReader() {}

    /** Where a row or a statement was read; empty if it was read nowhere. */
    static List<Reading> readings(DataFile.Entry entry) {
        entry.refuse(
                FORMER,
                "say where it was read, verified: {reference: label-diazepam, section: Contraindications, date:"
                        + " 2026-11-29}, or nothing if it was read nowhere");
        return entry.oneOrMore(VERIFIED, ReadingReader::reading);
    }

    private static Optional<Reading> reading(DataFile.Entry entry) {
        String date = entry.text("date");
        if (!date.isEmpty() && !isDay(date)) {
            entry.refuse("date", "\"" + date + "\" is not a day; write, for example, 2026-11-29");
        }
        return Optional.of(new Reading(entry.text("reference"), entry.text("section"), date, entry.numbers("figures")));
    }

    private static boolean isDay(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /** An entry of the bibliography. */
    static Optional<Reference> reference(DataFile.Entry entry) {
        entry.refuse(FORMER, "say what was read and where, kind: label and address: …, or nothing if it was not read");
        entry.optional("pmid");
        entry.optional("note");
        String id = entry.text("id");
        String citation = entry.text("citation");
        return Optional.of(new Reference(id, citation, entry.optional("doi"), text(entry)));
    }

    /** The text that was read: its kind and its address, and its date if it has one. */
    private static Optional<Reference.Text> text(DataFile.Entry entry) {
        Optional<String> date = entry.optional("date");
        Optional<String> address = entry.optional("address");
        boolean read = entry.optional("kind").isPresent();
        date.filter(text -> !PUBLISHED.matcher(text).matches())
                .ifPresent(text -> entry.refuse(
                        "date", "\"" + text + "\" is no date; write 2025, 2025-05 or 2025-05-13, or nothing"));
        if (!read && address.isEmpty() && date.isEmpty()) {
            return Optional.empty();
        }
        Optional<Reference.Kind> kind = entry.oneOf("kind", Reference.Kind.values(), Reference.Kind::word);
        String found = entry.text("address");
        return kind.map(known -> new Reference.Text(known, date, found));
    }
}
