package org.spsrules.authoring.diff;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;

/** The texts that stand anywhere in a record of the knowledge base, codes among them. */
final class Terms {

    private Terms() {}

    static Stream<String> of(Object content) {
        if (content instanceof String text) {
            return Stream.of(text);
        } else if (content instanceof Collection<?> list) {
            return list.stream().flatMap(Terms::of);
        } else if (content instanceof Optional<?> optional) {
            return optional.stream().flatMap(Terms::of);
        } else if (content instanceof Record part) {
            return Arrays.stream(part.getClass().getRecordComponents())
                    .flatMap(component -> of(component(part, component)));
        }
        return Stream.empty();
    }

    private static Object component(Record part, RecordComponent component) {
        try {
            return component.getAccessor().invoke(part);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }
}
