package org.spsrules.internal.fact;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.spsrules.vocabulary.Concept;
import org.spsrules.vocabulary.Vocabulary;

/**
 * A list of therapies, and what its silence means. An entry that is not understood may be anything; one that is known to
 * be some other drug may belong to any class; one that is known by its class alone may be any member of it. None of them lets
 * a complete list say that such a therapy is missing.
 */
final class TherapyList {

    private final Vocabulary vocabulary;
    private final boolean complete;
    private final boolean understood;
    private final boolean classified;
    private final Set<String> kinds = new HashSet<>();
    private final Set<String> classes = new HashSet<>();

    private TherapyList(Vocabulary vocabulary, boolean complete, boolean understood, boolean classified) {
        this.vocabulary = vocabulary;
        this.complete = complete;
        this.understood = understood;
        this.classified = classified;
    }

    /** A list of therapies and classes. */
    static TherapyList of(Collection<String> therapies, boolean complete, Vocabulary vocabulary) {
        List<String> unknown = therapies.stream().filter(vocabulary::isUnknown).toList();
        boolean understood = unknown.stream().allMatch(vocabulary::isUnclassifiedDrug);
        TherapyList list = new TherapyList(vocabulary, complete, understood, unknown.isEmpty());
        for (String therapy : therapies) {
            list.kinds.addAll(vocabulary.selfAndAncestors(therapy));
            if (isClass(therapy, vocabulary)) {
                list.classes.add(therapy);
            }
        }
        return list;
    }

    private static boolean isClass(String code, Vocabulary vocabulary) {
        return vocabulary
                .concept(code)
                .filter(concept -> concept.kind() == Concept.Kind.THERAPY_CLASS)
                .isPresent();
    }

    /** The same list with nothing left open, and these in it if they might be. */
    TherapyList settled(Set<String> therapies) {
        TherapyList settled = new TherapyList(vocabulary, true, true, true);
        settled.kinds.addAll(kinds);
        settled.kinds.addAll(therapies.stream().filter(this::mayHold).toList());
        return settled;
    }

    /** Whether silence leaves open, of any therapy, whether it belongs here. */
    boolean isOpen() {
        return !complete || !classified || !classes.isEmpty();
    }

    /** The codes of all that is known to be here, and of all that it is a kind of. */
    Set<String> kinds() {
        return kinds;
    }

    /** Known to be here. */
    boolean holds(String therapyOrClass) {
        return kinds.contains(therapyOrClass);
    }

    /** Known not to be here. */
    boolean lacks(String therapyOrClass) {
        return !mayHold(therapyOrClass);
    }

    /** Here, or it is not known. */
    boolean mayHold(String therapyOrClass) {
        return holds(therapyOrClass)
                || !complete
                || !understood
                || !classified && isClass(therapyOrClass, vocabulary)
                || vocabulary.selfAndAncestors(therapyOrClass).stream().anyMatch(classes::contains);
    }
}
