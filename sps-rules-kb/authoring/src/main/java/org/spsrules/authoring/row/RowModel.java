package org.spsrules.authoring.row;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spsrules.internal.fact.FactModel.FactType;

/** The types of row that rules can be about, and what can be asked of each. Thread-safe. */
public final class RowModel {

    private static final Map<String, FactType> TYPES = read();

    private RowModel() {}

    private static Map<String, FactType> read() {
        Map<String, FactType> types = new LinkedHashMap<>();
        List.of(Step.class, Failing.class, Skipping.class, Reminder.class)
                .forEach(type -> types.put(type.getSimpleName(), FactType.of(type)));
        return types;
    }

    /** All types by simple name, in a fixed order. */
    public static Map<String, FactType> types() {
        return TYPES;
    }

    /** The type with this simple name. */
    public static Optional<FactType> type(String name) {
        return Optional.ofNullable(TYPES.get(name));
    }
}
