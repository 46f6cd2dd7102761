package org.spsrules.authoring.verify;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spsrules.authoring.diagnostic.Location;
import org.spsrules.internal.rule.Condition;
import org.spsrules.internal.rule.Operand;
import org.spsrules.internal.rule.Rule;
import org.spsrules.internal.rule.Verb;
import org.spsrules.vocabulary.Vocabulary;

/**
 * What must hold of every case of some kind, as the author of a knowledge base writes it.
 *
 * @param name the name of its file
 * @param says the same as a sentence
 * @param when the cases of which it speaks
 * @param saying what a report says of these cases; or what it does not, if it is forbidden
 * @param forbidden whether no such thing is said
 * @param beside the verb of which a report says one thing for the same drug, if only then it is forbidden
 * @param holds what else holds of these cases; nothing if it is about what is said
 * @param location where it stands
 */
public record WrittenInvariant(
        String name,
        String says,
        List<Condition> when,
        Saying saying,
        boolean forbidden,
        Optional<Verb> beside,
        List<Condition> holds,
        Location location) {

    /** Whether what a rule says counts. */
    boolean speaksOf(Rule rule) {
        return holds.isEmpty() && saying.isOf(rule);
    }

    /** Whether what a rule says settles it: what counts, and what stands beside that. */
    boolean restsOn(Rule rule) {
        return speaksOf(rule)
                || beside.filter(verb -> verb == rule.then().verb()).isPresent();
    }

    /** Whether what is said with these objects counts. Who is never to be given a drug is not to be given its class either. */
    boolean isAbout(List<String> objects, Map<String, Object> variables, Vocabulary vocabulary) {
        return saying.isAbout(objects, variables, vocabulary)
                || forbidden
                        && saying.about()
                                .flatMap(Operand::text)
                                .filter(about -> objects.stream().anyMatch(object -> vocabulary.isA(about, object)))
                                .isPresent();
    }

    /** The variable that the cases and what is said of them share, if there is one. */
    List<Operand> shared() {
        return saying.about().filter(about -> about.variable().isPresent()).stream()
                .toList();
    }

    /** Whether two things are said of the same drug. */
    static boolean areAlike(List<String> objects, List<String> others) {
        return !objects.isEmpty() && !others.isEmpty() && objects.get(0).equals(others.get(0));
    }

    /** The same, its file called as its reader finds it. */
    WrittenInvariant in(String before) {
        return new WrittenInvariant(
                name,
                says,
                when,
                saying,
                forbidden,
                beside,
                holds,
                new Location(before + location.file(), location.position()));
    }
}
