package org.spsrules.authoring.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;
import org.spsrules.Answer;
import org.spsrules.PatientCase.Treatment.Indication;
import org.spsrules.PatientCase.Treatment.Response;
import org.spsrules.internal.knowledge.ContraindicationRow.Level;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.shape.TreatmentFields;
import org.spsrules.vocabulary.Vocabulary;

/** In which cases something stands against beginning or raising a therapy, whoever offers it. Not thread-safe. */
final class Obstacles {

    private final Knowledge knowledge;
    private final CaseSpace space;
    private final SymbolicFacts facts;
    private final Definitions definitions;
    private final Vocabulary vocabulary;
    private final FormulaFactory formulas;

    Obstacles(Knowledge knowledge, CaseSpace space, SymbolicFacts facts, Definitions definitions) {
        this.knowledge = knowledge;
        this.space = space;
        this.facts = facts;
        this.definitions = definitions;
        this.vocabulary = space.vocabulary;
        this.formulas = space.formulas;
    }

    /** What keeps a therapy back: what it did, that it is not to be had or not wanted, what excludes it. */
    Formula against(String therapy) {
        return definitions.once(
                "something stands against " + therapy,
                () -> formulas.or(Stream.of(
                                Stream.of(experience(therapy)),
                                facts.of("Option").stream()
                                        .filter(option -> isAbout(therapy, option, "therapy"))
                                        .map(SymbolicFact::present),
                                facts.of("Contraindication").stream()
                                        .filter(Obstacles::keepsBack)
                                        .filter(found -> found.value("therapy")
                                                .filter(about -> vocabulary.isA(therapy, (String) about))
                                                .isPresent())
                                        .map(SymbolicFact::present),
                                interactions(therapy).stream())
                        .flatMap(part -> part)
                        .toList()));
    }

    private static boolean isAbout(String therapy, SymbolicFact fact, String field) {
        return fact.value(field).equals(Optional.of(therapy));
    }

    private static boolean keepsBack(SymbolicFact fact) {
        return !fact.value("level").equals(Optional.of(Level.CAUTION.word()));
    }

    /** It was not tolerated, or it did no good against SPS in an adequate trial. */
    Formula experience(String therapy) {
        return definitions.once(
                "experience stands against " + therapy,
                () -> formulas.or(space.given.stream()
                        .filter(given -> given.therapy().equals(therapy))
                        .map(given -> formulas.and(
                                given.part().present(), formulas.or(notTolerated(given), didNoGood(given))))
                        .toList()));
    }

    private static Formula notTolerated(CaseSpace.Given given) {
        return given.part().where(List.of(TreatmentFields.TOLERATED), treatment -> treatment.tolerated() == Answer.NO);
    }

    private static Formula didNoGood(CaseSpace.Given given) {
        return given.part()
                .where(
                        List.of(TreatmentFields.INDICATION, TreatmentFields.RESPONSE, TreatmentFields.ADEQUATE_TRIAL),
                        treatment -> treatment.indication() != Indication.ANOTHER_DISEASE
                                && (treatment.response() == Response.WORSE
                                        || treatment.response() == Response.NONE
                                                && treatment.adequateTrial() == Answer.YES));
    }

    /** The patient takes, or is to begin, what excludes it. */
    private List<Formula> interactions(String therapy) {
        List<Formula> found = new ArrayList<>();
        knowledge.interactions().stream()
                .filter(row -> row.level() != Level.CAUTION)
                .forEach(row -> {
                    if (vocabulary.isA(therapy, row.therapy())) {
                        found.add(facts.therapies().takes(row.with()));
                    }
                    if (vocabulary.isA(therapy, row.with())) {
                        found.add(facts.therapies().takes(row.therapy()));
                    }
                });
        facts.of("Interaction").stream()
                .filter(Obstacles::keepsBack)
                .filter(interaction -> isAbout(therapy, interaction, "planned"))
                .map(SymbolicFact::present)
                .forEach(found::add);
        return found;
    }
}
