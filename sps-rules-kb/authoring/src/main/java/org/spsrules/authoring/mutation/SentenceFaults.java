package org.spsrules.authoring.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.spsrules.internal.rule.AlertLevel;
import org.spsrules.internal.rule.Operand;
import org.spsrules.internal.rule.Rule;
import org.spsrules.internal.rule.Sentence;
import org.spsrules.internal.rule.Verb;

/** Faults in what a rule says: to whom, how gravely, about what, and after what. */
final class SentenceFaults {

    private final Siblings siblings;

    SentenceFaults(Siblings siblings) {
        this.siblings = siblings;
    }

    List<Mutant> in(Rule rule) {
        List<Mutant> mutants = new ArrayList<>();
        Sentence then = rule.then();
        next(then.verb())
                .ifPresent(verb -> mutants.add(mutant(
                        Fault.ACTION_CHANGED,
                        then.verb().word() + " as " + verb.word(),
                        then,
                        rule,
                        with(then, verb))));
        then.level()
                .map(SentenceFaults::neighbour)
                .ifPresent(level -> mutants.add(mutant(
                        Fault.LEVEL_CHANGED,
                        then.level().orElseThrow().word() + " as " + level.word(),
                        then,
                        rule,
                        with(then, level))));
        for (Operand object : then.objects()) {
            // What a finding is called is no word of a class; what it is about may be.
            object.text()
                    .filter(text -> then.finding().filter(text::equals).isEmpty())
                    .flatMap(text -> siblings.of(text, List.of()))
                    .ifPresent(other -> mutants.add(mutant(
                            Fault.CONCEPT_SWAPPED,
                            object.spelling() + " as " + other,
                            object,
                            rule,
                            then.about(then.objects().stream()
                                    .map(each -> each == object ? new Operand.Text(other) : each)
                                    .toList()))));
        }
        for (String first : then.after()) {
            mutants.add(mutant(Fault.PRECONDITION_DROPPED, "after " + first, then, rule, without(then, first)));
        }
        return mutants;
    }

    /** The next verb with which the same becomes of the sentence. */
    private static Optional<Verb> next(Verb verb) {
        List<Verb> alike = Stream.of(Verb.values())
                .filter(other -> other.role() == verb.role())
                .toList();
        return alike.size() == 1 ? Optional.empty() : Optional.of(alike.get((alike.indexOf(verb) + 1) % alike.size()));
    }

    private static AlertLevel neighbour(AlertLevel level) {
        return level == AlertLevel.WARNING ? AlertLevel.NOTE : AlertLevel.WARNING;
    }

    private static Sentence with(Sentence then, Verb verb) {
        return like(then, verb, then.level(), then.after());
    }

    private static Sentence with(Sentence then, AlertLevel level) {
        return like(then, then.verb(), Optional.of(level), then.after());
    }

    private static Sentence without(Sentence then, String first) {
        return like(
                then,
                then.verb(),
                then.level(),
                then.after().stream().filter(other -> !other.equals(first)).toList());
    }

    private static Sentence like(Sentence then, Verb verb, Optional<AlertLevel> level, List<String> after) {
        return new Sentence(
                verb, level, then.objects(), then.because(), then.dose(), then.how(), then.forPatient(), after);
    }

    private static Mutant mutant(Fault fault, String what, Object part, Rule rule, Sentence then) {
        return RuleFaults.mutant(fault, 1, what, part, rule, rule.then(then));
    }
}
