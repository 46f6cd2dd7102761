package org.spsrules.authoring.generate;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.spsrules.PatientCase.Plan;
import org.spsrules.PatientCase.Plan.Action;
import org.spsrules.PatientCase.Test.Result;
import org.spsrules.internal.knowledge.ContraindicationRow;
import org.spsrules.internal.knowledge.InteractionRow;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.rule.Constraint;
import org.spsrules.internal.rule.Operand;
import org.spsrules.internal.shape.Draft;
import org.spsrules.vocabulary.Concept.Kind;

/** States in a draft what brings about a fact that the rows of the knowledge base make of a case. */
final class RowAim {

    private final Draw draw;
    private final RelevantConcepts concepts;
    private final Knowledge knowledge;
    private final PatientAim patient;
    private final HistoryAim history;
    private final List<String> allergies;

    RowAim(Draw draw, RelevantConcepts concepts, Knowledge knowledge, PatientAim patient, HistoryAim history) {
        this.draw = draw;
        this.concepts = concepts;
        this.knowledge = knowledge;
        this.patient = patient;
        this.history = history;
        this.allergies = Stream.of(Kind.THERAPY, Kind.THERAPY_CLASS)
                .flatMap(kind -> concepts.of(kind).stream())
                .toList();
    }

    /** States what makes a row of contraindications hold that is as asked for. */
    void contraindication(Request request, CaseDraft draft) {
        List<Wish> wishes = request.wishes();
        Optional<String> wanted = request.wanted("therapy");
        boolean absolute = wishes.stream()
                .anyMatch(
                        wish -> wish.question().equals("level") && wish.about().equals("absolute"));
        boolean allergic = wanted.isPresent() || !allergies.isEmpty();
        if (absolute && allergic && draw.chance(30)) {
            String allergy = wanted.orElseGet(() -> draw.one(allergies));
            draft.allergies.present.add(allergy);
            request.bind("therapy", allergy);
            request.bind("condition", allergy);
            return;
        }
        List<ContraindicationRow> rows = knowledge.contraindications().stream()
                .filter(row ->
                        wanted.filter(code -> !code.equals(row.therapy())).isEmpty())
                .filter(row -> wishes.stream().allMatch(wish -> switch (wish.question()) {
                    case "therapy" -> row.therapy().equals(wish.about());
                    case "condition" -> row.condition().equals(wish.about());
                    case "level" -> row.level().word().equals(wish.about());
                    default -> true;
                }))
                .toList();
        draw.any(rows).ifPresent(row -> {
            there(row.condition(), draft);
            row.also().forEach(code -> there(code, draft));
            request.bind("therapy", row.therapy());
            request.bind("condition", row.condition());
        });
    }

    private void there(String conditionOrTest, CaseDraft draft) {
        if (concepts.isA(conditionOrTest, Kind.TEST)) {
            draft.tests.put(conditionOrTest, Result.POSITIVE);
        } else {
            patient.present(draft, conditionOrTest);
        }
    }

    /** States what makes a row of interactions hold that is as asked for. */
    void interaction(Request request, CaseDraft draft) {
        List<Wish> wishes = request.wishes();
        List<InteractionRow> rows = knowledge.interactions().stream()
                .filter(row -> wishes.stream().allMatch(wish -> switch (wish.question()) {
                    case "therapy" -> row.therapy().equals(wish.about());
                    case "other" -> row.with().equals(wish.about());
                    case "level" -> row.level().word().equals(wish.about());
                    case "planned" ->
                        concepts.isA(wish.about(), row.therapy()) || concepts.isA(wish.about(), row.with());
                    default -> true;
                }))
                .toList();
        Optional<String> wanted = wishes.stream()
                .filter(wish -> wish.question().equals("planned"))
                .map(Wish::about)
                .findFirst()
                .or(() -> request.wanted("planned"));
        boolean begins = request.pattern().bound("planned").isPresent() || wanted.isPresent();
        boolean both =
                wishes.stream().anyMatch(wish -> wish.question().equals("bothTaken")) || !begins && draw.chance(50);
        draw.any(rows).ifPresent(row -> {
            boolean either = draw.chance(50);
            boolean firstAlone =
                    wanted.map(code -> concepts.isA(code, row.with())).orElse(either);
            if (both || firstAlone) {
                take(row.therapy(), draft);
            }
            if (both || !firstAlone) {
                take(row.with(), draft);
            }
            request.bind("therapy", row.therapy());
            request.bind("other", row.with());
            if (begins) {
                begin(firstAlone ? row.with() : row.therapy(), wanted, draft)
                        .ifPresent(code -> request.bind("planned", code));
            }
        });
    }

    /** A plan to begin the wanted drug, if it is of this class; else any member of it. */
    private Optional<String> begin(String therapyOrClass, Optional<String> wanted, CaseDraft draft) {
        List<String> members = concepts.selfAndNarrower(therapyOrClass).stream()
                .filter(code -> concepts.isA(code, Kind.THERAPY))
                .toList();
        Optional<String> begun = wanted.filter(members::contains).or(() -> draw.any(members));
        Draft<Plan> plan = CaseDraft.plan(Action.START, begun);
        if (begun.isPresent()) {
            draft.add(plan);
        }
        return begun;
    }

    private void take(String therapy, CaseDraft draft) {
        history.meet(new Wish(new Constraint.Predicate("takes", List.of(new Operand.Text(therapy)))), draft);
    }
}
