package org.spsrules.workbench;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spsrules.authoring.trace.Readings;
import org.spsrules.authoring.trace.Readings.Kind;
import org.spsrules.authoring.trace.Readings.Read;
import org.spsrules.workbench.Colours.Tone;

/** Writes which rows and statements were read nowhere. Not safe for use by several threads. */
final class ReadingsPage {

    private final Page page;

    ReadingsPage(Page page) {
        this.page = page;
    }

    /** Writes what is unverified; of statements only these, unless none is named. */
    void write(Readings readings, Set<String> ids) {
        for (Kind kind : Kind.values()) {
            List<Read> unverified = readings.unverified().stream()
                    .filter(read -> read.kind() == kind)
                    .filter(read -> ids.isEmpty() || ids.contains(read.name()))
                    .toList();
            if (!unverified.isEmpty()) {
                page.paragraph(Tone.STRONG, "UNVERIFIED: " + kind.phrase());
                unverified.forEach(read -> page.item("-", Tone.NORMAL, read.name()));
                page.gap();
            }
        }
        page.paragraph(
                Tone.STRONG,
                Stream.of(Kind.values()).map(kind -> counted(readings, kind)).collect(Collectors.joining("; ")) + ".");
    }

    private static String counted(Readings readings, Kind kind) {
        List<Read> all =
                readings.all().stream().filter(read -> read.kind() == kind).toList();
        return kind.phrase() + " " + all.stream().filter(Read::verified).count() + " of " + all.size() + " verified";
    }
}
