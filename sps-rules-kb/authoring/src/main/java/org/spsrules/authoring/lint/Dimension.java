package org.spsrules.authoring.lint;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Something about a case that can be so or otherwise, as far as some constraints can tell.
 *
 * @param questions names of the questions whose answer depends on it
 * @param code the code that it is about; empty if the questions do not depend on a code
 * @param options what it can be
 */
record Dimension(Set<String> questions, String code, List<Consumer<SmallCase>> options) {

    static Dimension of(Set<String> questions, List<Consumer<SmallCase>> options) {
        return new Dimension(questions, "", options);
    }
}
