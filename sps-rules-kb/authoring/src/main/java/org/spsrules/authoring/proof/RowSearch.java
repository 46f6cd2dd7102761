package org.spsrules.authoring.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.spsrules.authoring.diagnostic.Location;
import org.spsrules.authoring.folder.KnowledgeFolder.Content;
import org.spsrules.authoring.mutation.RowMutant;
import org.spsrules.authoring.mutation.RowRemoval;
import org.spsrules.authoring.proof.Mutation.Outcome;
import org.spsrules.authoring.proof.Mutation.Tried;
import org.spsrules.authoring.scenario.Scenario;
import org.spsrules.internal.knowledge.Knowledge;

/** Puts one fault after the other into the rows of contraindications, interactions and doses, and asks which scenarios notice. */
final class RowSearch {

    private final Content content;
    private final Equivalents equivalents;
    private final List<Tried> tried = new ArrayList<>();

    RowSearch(Content content, Equivalents equivalents) {
        this.content = content;
        this.equivalents = equivalents;
    }

    List<Tried> run(List<Scenario> scenarios) {
        Knowledge knowledge = content.knowledge();
        RowRemoval removal = new RowRemoval(knowledge, scenarios);
        add(RowMutant.ofContraindications(knowledge), removal::unnoticedContraindications);
        add(RowMutant.ofInteractions(knowledge), removal::unnoticedInteractions);
        add(RowMutant.ofDoses(knowledge), removal::unnoticedDoses);
        return List.copyOf(tried);
    }

    private <R> void add(List<RowMutant<R>> mutants, Function<List<RowMutant<R>>, List<RowMutant<R>>> unnoticed) {
        Set<RowMutant<R>> survivors = Set.copyOf(unnoticed.apply(mutants));
        for (RowMutant<R> mutant : mutants) {
            Location location = content.locations().of(mutant.row());
            String name = mutant.what() + " (" + mutant.fault() + ")";
            tried.add(new Tried(
                    location.file(),
                    location.position().line(),
                    location.position().column(),
                    name,
                    mutant.fault().toString(),
                    !survivors.contains(mutant)
                            ? Outcome.KILLED_BY_ITS_SCENARIOS
                            : equivalents.include(name) ? Outcome.EQUIVALENT : Outcome.SURVIVED,
                    Optional.empty()));
        }
    }
}
