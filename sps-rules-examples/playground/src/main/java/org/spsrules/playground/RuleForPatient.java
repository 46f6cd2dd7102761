package org.spsrules.playground;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.spsrules.PatientCase;
import org.spsrules.Reason;
import org.spsrules.SpsRules;
import org.spsrules.internal.cases.CaseTerms;
import org.spsrules.internal.explain.Reasons;
import org.spsrules.internal.fact.CaseFacts;
import org.spsrules.internal.reference.Evaluation;
import org.spsrules.internal.reference.ReferenceEvaluator;
import org.spsrules.internal.rule.Match;
import org.spsrules.internal.rule.Operand;
import org.spsrules.internal.rule.Rule;
import org.spsrules.workbench.Colours.Tone;
import org.spsrules.workbench.Wording;
import tools.jackson.databind.node.ObjectNode;

/** The rules of one file and one patient: whether they apply, and how each of their conditions turns out. For one call. */
final class RuleForPatient {

    /** As many ways in which the rules of a file apply as somebody reads. */
    private static final int MOST = 3;

    private final SpsRules rules;
    private final PatientCase patient;
    private final Evaluation evaluation;
    private final Reasons reasons;

    RuleForPatient(SpsRules rules, PatientCase stated) {
        this.rules = rules;
        this.patient = new CaseTerms(rules.vocabulary()).resolve(stated);
        this.evaluation = new ReferenceEvaluator(rules.knowledge().rules())
                .on(new CaseFacts(rules.vocabulary(), rules.knowledge()).of(patient));
        this.reasons = new Reasons(evaluation, rules.vocabulary());
    }

    /** How it stands with the rules of a file; without conditions if none of them can be about this patient. */
    ObjectNode answer(String ruleFile) {
        List<Rule> ofFile = in(ruleFile);
        List<Match> matches = ofFile.stream()
                .flatMap(rule -> evaluation.matchesOf(rule).stream())
                .toList();
        JsonPage page = new JsonPage();
        matches.stream().limit(MOST).forEach(match -> write(reasons.why(match), match.objects(), page));
        if (matches.isEmpty()) {
            nearest(ofFile).ifPresent(reason -> write(reason, List.of(), page));
        }
        ObjectNode answer = Json.object().put("applies", matches.size()).put("rules", ofFile.size());
        answer.set("blocks", page.blocks());
        return answer;
    }

    /** Whether one of the rules of a file applies. */
    boolean applies(String ruleFile) {
        return in(ruleFile).stream()
                .anyMatch(rule -> !evaluation.matchesOf(rule).isEmpty());
    }

    private List<Rule> in(String ruleFile) {
        return rules.knowledge().rules().stream()
                .filter(rule -> Rule.fileOf(rule.id()).equals(ruleFile))
                .toList();
    }

    private void write(Reason reason, List<String> objects, JsonPage page) {
        String about = String.join(
                ", ", objects.stream().map(rules.vocabulary()::nameOf).toList());
        page.paragraph(Tone.STRONG, about.isEmpty() ? reason.text() : reason.text() + " (" + about + ")");
        new Wording(rules).conditions(reason, page);
    }

    private Optional<Reason> nearest(List<Rule> ofFile) {
        return ofFile.stream()
                .filter(rule -> !subjects(rule).isEmpty())
                .min(Comparator.comparingInt((Rule rule) -> reasons.distance(rule, subjects(rule)))
                        .thenComparing(Rule::id))
                .map(rule -> reasons.whyNot(rule, subjects(rule)));
    }

    /** What the sentence of a rule may speak of: what it names, or the drugs of the patient where it names none. */
    private Set<String> subjects(Rule rule) {
        Optional<Operand> object = rule.then().object();
        return object.flatMap(Operand::variable).isEmpty() ? Set.of("") : drugs();
    }

    private Set<String> drugs() {
        Set<String> drugs = new TreeSet<>();
        Stream.concat(
                        patient.treatments().given().stream().map(PatientCase.Treatment::therapy),
                        patient.plans().stream().flatMap(plan -> plan.therapy().stream()))
                .forEach(drugs::add);
        return drugs;
    }
}
