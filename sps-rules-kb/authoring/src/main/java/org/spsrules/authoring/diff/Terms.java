package org.spsrules.authoring.diff;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** The texts that stand anywhere in a record of the knowledge base, codes among them. */
final class Terms {

    private final Set<String> found = new LinkedHashSet<>();

    private Terms() {}

    static Set<String> of(Object content) {
        Terms terms = new Terms();
        terms.collect(content);
        return terms.found;
    }

    private void collect(Object content) {
        if (content instanceof String text) {
            found.add(text);
        } else if (content instanceof Collection<?> list) {
            list.forEach(this::collect);
        } else if (content instanceof Optional<?> optional) {
            optional.ifPresent(this::collect);
        } else if (content instanceof Record part) {
            for (RecordComponent component : part.getClass().getRecordComponents()) {
                collect(component(part, component));
            }
        }
    }

    private static Object component(Record part, RecordComponent component) {
        try {
            return component.getAccessor().invoke(part);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }
}
