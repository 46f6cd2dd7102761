package org.spsrules.authoring.lint;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.diagnostic.LintCode;
import org.spsrules.internal.knowledge.ContraindicationRow;
import org.spsrules.internal.rule.Verb;
import org.spsrules.vocabulary.Concept;

/**
 * A therapy that rules offer has a contraindication, by itself or by a class of it, if others of its classes have. A
 * class that is guarded guards its members; one whose members are guarded one by one does not.
 */
final class UnguardedTherapy implements Check {

    @Override
    public void run(Subject subject, Diagnostics diagnostics) {
        Set<String> guarded = subject.knowledge().contraindications().stream()
                .map(ContraindicationRow::therapy)
                .collect(Collectors.toSet());
        for (String therapy : offered(subject)) {
            boolean inherits =
                    subject.vocabulary().selfAndAncestors(therapy).stream().anyMatch(guarded::contains);
            List<String> siblings = siblings(therapy, subject).stream()
                    .filter(guarded::contains)
                    .toList();
            if (!inherits && !siblings.isEmpty()) {
                subject.vocabulary()
                        .concept(therapy)
                        .ifPresent(concept -> diagnostics.add(
                                subject.locations().of(concept),
                                LintCode.UNGUARDED_THERAPY,
                                "a rule offers " + therapy
                                        + ", and no contraindication names it or a class of it, while"
                                        + " there are some of " + String.join(", ", siblings)));
            }
        }
    }

    private static Set<String> offered(Subject subject) {
        return subject.knowledge().rules().stream()
                .filter(rule -> rule.then().verb().role() == Verb.Role.EXPOSURE)
                .flatMap(rule -> rule.then().objects().stream())
                .flatMap(object -> object.text().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The therapies that share a class with one. */
    private static Set<String> siblings(String therapy, Subject subject) {
        Set<String> siblings = new TreeSet<>();
        subject.vocabulary().concept(therapy).map(Concept::parents).orElse(List.of()).stream()
                .flatMap(group -> subject.vocabulary().membersOf(group).stream())
                .forEach(siblings::add);
        siblings.remove(therapy);
        return siblings;
    }
}
