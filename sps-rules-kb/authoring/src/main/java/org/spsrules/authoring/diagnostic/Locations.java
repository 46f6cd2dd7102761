package org.spsrules.authoring.diagnostic;

import java.util.IdentityHashMap;
import java.util.Map;

/** Where the entries of the vocabulary and the sources stand. Safe for use by several threads once all is read. */
public final class Locations {

    private final Map<Object, Location> byEntry = new IdentityHashMap<>();

    public Locations() {}

    public void put(Object entry, Location location) {
        byEntry.put(entry, location);
    }

    /** Where an entry stands, for example a concept. */
    public Location of(Object entry) {
        Location location = byEntry.get(entry);
        if (location == null) {
            throw new IllegalArgumentException("not an entry of this knowledge base: " + entry);
        }
        return location;
    }
}
