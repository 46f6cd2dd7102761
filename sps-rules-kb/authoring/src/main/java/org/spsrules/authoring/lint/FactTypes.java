package org.spsrules.authoring.lint;

import java.util.Set;

/** How many facts of a type a case has. */
final class FactTypes {

    /** Of each of these a case has exactly one. */
    private static final Set<String> SINGLE = Set.of("Patient", "Diagnosis", "Course", "History", "Tests");

    private FactTypes() {}

    static boolean isSingle(String factType) {
        return SINGLE.contains(factType);
    }
}
