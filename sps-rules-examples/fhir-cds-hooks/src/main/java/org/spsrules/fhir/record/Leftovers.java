package org.spsrules.fhir.record;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What of a record was not used, while it is read: alike ones are counted. Not thread-safe. */
final class Leftovers {

    private final Map<List<String>, Unused> all = new LinkedHashMap<>();

    void add(String reference, String what, String why) {
        String type = reference.split("/", 2)[0];
        all.merge(
                List.of(type, what, why),
                new Unused(reference, what, why, 1),
                (known, more) -> new Unused(known.reference(), what, why, known.count() + 1));
    }

    List<Unused> all() {
        return List.copyOf(all.values());
    }
}
