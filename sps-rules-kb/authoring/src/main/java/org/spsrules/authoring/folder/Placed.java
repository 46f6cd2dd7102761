package org.spsrules.authoring.folder;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.spsrules.Problem.Position;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.diagnostic.LintCode;

/** An entry and where it stands. */
record Placed<T>(T value, String file, Position position) {

    /** Reports a mistake of the entry. */
    void fail(LintCode code, String message, Diagnostics diagnostics) {
        diagnostics.add(file, position, code, message);
    }

    /** The entry, or a part of it, in another place of the same file. */
    Placed<T> at(Position other) {
        return new Placed<>(value, file, other);
    }

    /** Reports what the entry names and does not exist. */
    void names(Existing existing, Collection<String> named, Diagnostics diagnostics) {
        existing.misses(named).forEach(message -> fail(existing.missing(), message, diagnostics));
    }

    /** Reports entries whose key another one has already. */
    static <T> void unique(String what, List<Placed<T>> entries, Function<T, String> key, Diagnostics diagnostics) {
        Map<String, Placed<T>> seen = new HashMap<>();
        for (Placed<T> entry : entries) {
            Placed<T> other = seen.putIfAbsent(key.apply(entry.value()), entry);
            if (other != null) {
                entry.fail(
                        LintCode.DUPLICATE,
                        "the " + what + " " + key.apply(entry.value()) + " is taken already, at " + other.file() + ":"
                                + other.position().line(),
                        diagnostics);
            }
        }
    }
}
