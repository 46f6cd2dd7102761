package org.spsrules.authoring.folder;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Stream;
import org.spsrules.authoring.diagnostic.LintCode;
import org.spsrules.internal.spelling.Suggestion;

/**
 * The things of one kind that there are.
 *
 * @param what the kind
 * @param missing the code of the mistake to name another one
 * @param names their names
 */
record Existing(String what, LintCode missing, Set<String> names) {

    /** The words for each name that stands for nothing. */
    Stream<String> misses(Collection<String> named) {
        return named.stream()
                .filter(name -> !names.contains(name))
                .map(name -> "there is no " + what + " " + name + Suggestion.didYouMean(name, names));
    }
}
