package org.spsrules.authoring.verify;

import java.util.List;
import org.spsrules.authoring.diagnostic.Location;
import org.spsrules.internal.rule.Condition;
import org.spsrules.internal.rule.Rule;
import org.spsrules.vocabulary.Vocabulary;

/**
 * What must hold of every case of some kind, as the author of a knowledge base writes it.
 *
 * @param name the name of its file
 * @param says the same as a sentence
 * @param when the cases of which it speaks
 * @param saying what rules say of these cases; or what they do not, if it is forbidden
 * @param forbidden whether no such thing is said
 * @param holds what else holds of these cases; nothing if it is about what is said
 * @param location where it stands
 */
public record WrittenInvariant(
        String name,
        String says,
        List<Condition> when,
        Saying saying,
        boolean forbidden,
        List<Condition> holds,
        Location location) {

    /** Whether what a rule says counts. */
    boolean speaksOf(Rule rule) {
        return holds.isEmpty() && saying.isOf(rule);
    }

    /** Whether what is said with these objects counts. Who is never to be given a drug is not to be given its class either. */
    boolean isAbout(List<String> objects, Vocabulary vocabulary) {
        return saying.isAbout(objects, vocabulary)
                || forbidden
                        && saying.about()
                                .filter(about -> objects.stream().anyMatch(object -> vocabulary.isA(about, object)))
                                .isPresent();
    }

    /** The same, its file called as its reader finds it. */
    WrittenInvariant in(String before) {
        return new WrittenInvariant(
                name,
                says,
                when,
                saying,
                forbidden,
                holds,
                new Location(before + location.file(), location.position()));
    }
}
