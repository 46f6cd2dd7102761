package org.spsrules.io;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.spsrules.Problem;
import org.spsrules.Problem.Position;

/**
 * Everything that is wrong with a file, and where each part of the case stands in it. Collects while the file is read;
 * not safe for use by several threads.
 */
final class CaseProblems {

    private static final Comparator<Problem> BY_POSITION = Comparator.comparing(
            (Problem problem) -> problem.position().orElse(new Position(1, 1)),
            Comparator.comparingInt(Position::line).thenComparingInt(Position::column));

    private final Map<String, Position> places = new HashMap<>();
    private final Set<String> unread = new HashSet<>();
    private final Set<String> aroundUnread = new HashSet<>();
    private final Set<Problem> problems = new LinkedHashSet<>();

    /** Remembers where a part of the case stands. */
    void place(String path, Position position) {
        places.putIfAbsent(path, position);
    }

    /** Reports something that the format does not allow. */
    void report(Problem.Kind kind, String path, Position position, String message) {
        problems.add(new Problem(kind, path, message, Optional.of(position)));
    }

    /** Reports a value that cannot be read. Whatever is found out about it later is about a stand-in, and passed over. */
    void reportUnread(Problem.Kind kind, String path, Position position, String message) {
        report(kind, path, position, message);
        unread.add(path);
        for (String around = path; !around.isEmpty(); around = parent(around)) {
            aroundUnread.add(around);
        }
    }

    /** Reports problems with the facts, which do not know where the facts stand. */
    void report(Collection<Problem> found) {
        found.stream()
                .filter(problem -> !concernsUnread(problem.path()))
                .map(problem -> problem.at(placeOf(problem.path())))
                .forEach(problems::add);
    }

    /** Every problem once, in the order of the file. */
    List<Problem> inOrder() {
        return problems.stream().sorted(BY_POSITION).toList();
    }

    private boolean concernsUnread(String path) {
        if (aroundUnread.contains(path) || unread.contains("")) {
            return true;
        }
        String part = path;
        while (!part.isEmpty() && !unread.contains(part)) {
            part = parent(part);
        }
        return !part.isEmpty();
    }

    private Position placeOf(String path) {
        String part = path;
        while (!part.isEmpty() && !places.containsKey(part)) {
            part = parent(part);
        }
        return places.getOrDefault(part, new Position(1, 1));
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['))));
    }
}
