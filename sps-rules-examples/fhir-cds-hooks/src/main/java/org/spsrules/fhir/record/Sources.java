package org.spsrules.fhir.record;

import java.util.ArrayList;
import java.util.List;

/** The facts of a case and where they come from, while a record is read. Not thread-safe. */
final class Sources {

    private final List<FactSource> all = new ArrayList<>();

    void add(String fact, String reference) {
        all.add(new FactSource(fact, reference));
    }

    List<FactSource> all() {
        return all.stream().distinct().toList();
    }
}
