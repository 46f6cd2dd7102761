package org.spsrules.authoring.proof;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.logicng.formulas.Formula;
import org.spsrules.PatientCase;
import org.spsrules.authoring.model.RuleModel;
import org.spsrules.authoring.mutation.Mutant;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.rule.Rule;

/** Asks over all cases at once in which of them a rule says something else with a fault. Not thread-safe. */
final class DifferenceModel {

    private final RuleModel model;
    private final Map<Mutant, Rule> faulty = new LinkedHashMap<>();

    /** A model in which these faults can be asked about. */
    DifferenceModel(Knowledge knowledge, List<Mutant> mutants) {
        mutants.forEach(mutant -> mutant.faulty().ifPresent(rule -> faulty.put(mutant, renamed(rule, faulty.size()))));
        model = new RuleModel(
                knowledge,
                knowledge.rules(),
                faulty.values().stream()
                        .flatMap(rule -> rule.conditions().stream())
                        .toList());
        // What cases can state grows by what rules ask; the solver is told of it once if all have asked.
        mutants.forEach(this::sees);
    }

    /** The model knows a rule by its id. */
    private static Rule renamed(Rule rule, int number) {
        return new Rule(
                rule.id() + "~" + number,
                rule.title(),
                rule.sources(),
                rule.grades(),
                rule.reviewed(),
                rule.conditions(),
                rule.then(),
                rule.stratum());
    }

    /** Whether the model can tell the fault from the rule. */
    boolean sees(Mutant mutant) {
        return sees(mutant.rule())
                && Optional.ofNullable(faulty.get(mutant)).map(this::sees).orElse(true);
    }

    /** What a report makes of it is not asked: a faulty rule has no place among those that keep each other back. */
    private boolean sees(Rule rule) {
        model.matches(rule);
        return !model.unseen().containsKey(rule);
    }

    /** A case in which the rule says something else, if possible one in which it does not apply to one side; empty if there is none. */
    Optional<PatientCase> caseOf(Mutant mutant) {
        Map<List<String>, Formula> before = model.matches(mutant.rule());
        Map<List<String>, Formula> after =
                mutant.speaksOtherwise() || mutant.faulty().isEmpty()
                        ? Map.of()
                        : model.matches(Objects.requireNonNull(faulty.get(mutant)));
        Set<List<String>> said = new LinkedHashSet<>(before.keySet());
        said.addAll(after.keySet());
        return model.caseWhere(either(model.any(before.values()), model.any(after.values())))
                .or(() -> model.caseWhere(model.any(said.stream()
                        .map(objects -> either(in(before, objects), in(after, objects)))
                        .toList())));
    }

    private Formula in(Map<List<String>, Formula> matches, List<String> objects) {
        return matches.getOrDefault(objects, model.any(List.of()));
    }

    private Formula either(Formula one, Formula other) {
        return model.any(List.of(model.butNot(one, other), model.butNot(other, one)));
    }
}
