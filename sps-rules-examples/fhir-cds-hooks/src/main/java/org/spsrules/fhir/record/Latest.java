package org.spsrules.fhir.record;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** The entries of a long history that a case can hold: of each kind the latest, so that one kind crowds out no other. */
final class Latest {

    /** As many as a case can hold. */
    static final int MOST = 200;

    private Latest() {}

    /**
     * The entries that are kept, in their order.
     *
     * @param kind what an entry is of
     * @param latestFirst which of one kind are kept
     * @param leftOut takes those that are not
     */
    static <T> List<T> of(List<T> entries, Function<T, Object> kind, Comparator<T> latestFirst, Consumer<T> leftOut) {
        if (entries.size() <= MOST) {
            return entries;
        }
        Map<Object, Integer> counts = new HashMap<>();
        Map<T, Integer> places = new IdentityHashMap<>();
        List<T> byPlace = new ArrayList<>(entries);
        byPlace.sort(latestFirst);
        byPlace.forEach(entry -> places.put(entry, counts.merge(kind.apply(entry), 1, Integer::sum)));
        byPlace.sort(Comparator.comparing(places::get));
        Set<T> kept = Collections.newSetFromMap(new IdentityHashMap<>());
        kept.addAll(byPlace.subList(0, MOST));
        entries.stream().filter(entry -> !kept.contains(entry)).forEach(leftOut);
        return entries.stream().filter(kept::contains).toList();
    }
}
