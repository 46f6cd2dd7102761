package org.spsrules.authoring.lint;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.diagnostic.LintCode;
import org.spsrules.authoring.diagnostic.Location;
import org.spsrules.vocabulary.Concept;

/**
 * Every word that only rules can use is used. A condition or a drug that no rule reads is in order: a case may state it,
 * and would be refused if the word were not there.
 */
final class UnusedConcept implements Check {

    private static final Set<Concept.Kind> ONLY_FOR_RULES = EnumSet.of(Concept.Kind.FINDING, Concept.Kind.CARE);

    @Override
    public void run(Subject subject, Diagnostics diagnostics) {
        Set<String> named = NamedCodes.in(subject);
        Set<String> inUse = new HashSet<>(named);
        subject.knowledge().concepts().forEach(concept -> inUse.addAll(concept.parents()));
        for (Concept concept : subject.knowledge().concepts()) {
            Set<String> broader = subject.vocabulary().selfAndAncestors(concept.code());
            if (ONLY_FOR_RULES.contains(concept.kind())
                    && !inUse.contains(concept.code())
                    && broader.stream().noneMatch(named::contains)) {
                Location location = subject.locations().of(concept);
                diagnostics.add(
                        location,
                        LintCode.UNUSED_CONCEPT,
                        "no rule, contraindication, ladder step or scenario names " + concept.code());
            }
        }
    }
}
