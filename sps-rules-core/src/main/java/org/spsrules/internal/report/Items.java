package org.spsrules.internal.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.spsrules.PatientCase;
import org.spsrules.Report.Alert;
import org.spsrules.Report.Basis;
import org.spsrules.Report.Combined;
import org.spsrules.Report.Dosing;
import org.spsrules.Report.Likewise;
import org.spsrules.Report.Note;
import org.spsrules.Report.Obstacle;
import org.spsrules.Report.Recommendation;
import org.spsrules.Report.Subject;
import org.spsrules.Report.Unlisted;
import org.spsrules.Report.Withheld;
import org.spsrules.internal.fact.Facts;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.knowledge.RegimenRow;
import org.spsrules.internal.knowledge.TherapyNote;
import org.spsrules.internal.reference.ReferenceEvaluator;
import org.spsrules.internal.reference.Witness;
import org.spsrules.internal.rule.AlertLevel;
import org.spsrules.internal.rule.Match;
import org.spsrules.internal.rule.Pattern;
import org.spsrules.internal.rule.Rule;
import org.spsrules.internal.rule.Sentence;
import org.spsrules.internal.rule.Verb;
import org.spsrules.vocabulary.Combination;
import org.spsrules.vocabulary.Concept;
import org.spsrules.vocabulary.OtherTerm;
import org.spsrules.vocabulary.Vocabulary;

/** Writes the items of a report. Thread-safe. */
final class Items {

    private final Vocabulary vocabulary;
    private final Ladder ladder;
    private final Exclusions exclusions;
    private final Regimens regimens;
    private final Subjects subjects;
    private final Orders orders = new Orders();
    private final Map<String, List<Note>> therapyNotes = new HashMap<>();

    Items(
            Knowledge knowledge,
            Vocabulary vocabulary,
            Ladder ladder,
            Provenance provenance,
            Exclusions exclusions,
            Regimens regimens) {
        this.vocabulary = vocabulary;
        this.ladder = ladder;
        this.exclusions = exclusions;
        this.regimens = regimens;
        this.subjects = new Subjects(vocabulary);
        for (TherapyNote row : knowledge.therapyNotes()) {
            Note note = provenance.note(row.note());
            vocabulary
                    .selfAndNarrower(row.therapy())
                    .forEach(code -> therapyNotes
                            .computeIfAbsent(code, therapy -> new ArrayList<>())
                            .add(note));
        }
        therapyNotes.replaceAll((therapy, beside) -> List.copyOf(beside));
    }

    /**
     * The therapies that what met the conditions of a rule is about, each once, in the order of the conditions. Where a
     * condition only asks whether there is one, or the sentence is about none, they are all that meet it.
     */
    List<Subject> therapies(Match match, List<Witness> witnesses, Facts facts) {
        return witnesses.stream()
                .filter(witness -> witness.fact().isPresent())
                .flatMap(witness ->
                        match.objects().isEmpty() || witness.pattern().quantifier() == Pattern.Quantifier.EXISTS
                                ? ReferenceEvaluator.meeting(witness, facts).stream()
                                : witness.fact().stream())
                .flatMap(fact -> fact.about().stream())
                .filter(this::isTherapy)
                .distinct()
                .map(subjects::of)
                .toList();
    }

    /** Whether a code is that of a therapy; what the vocabulary does not list is, where a fact about therapies has it. */
    private boolean isTherapy(String code) {
        return vocabulary
                .concept(code)
                .map(Concept::kind)
                .filter(kind -> !Vocabulary.therapies().contains(kind))
                .isEmpty();
    }

    Alert alert(Match match, Basis basis, List<Obstacle> obstacles, PatientCase patientCase) {
        Sentence then = match.rule().then();
        return new Alert(
                then.level().map(Items::level).orElseThrow(),
                match.rule().title(),
                subject(match),
                then.because(),
                then.how(),
                then.forPatient(),
                obstacles,
                isAcknowledged(match, patientCase),
                orders.areNeededBy(match.rule()),
                basis,
                List.of());
    }

    /** By its rule, or by the rule and what it is about. */
    private boolean isAcknowledged(Match match, PatientCase patientCase) {
        String rule = match.rule().id();
        return patientCase.acknowledged().contains(rule)
                || subject(match)
                        .map(about -> rule + " " + about.code())
                        .filter(patientCase.acknowledged()::contains)
                        .isPresent();
    }

    private static Alert.Level level(AlertLevel level) {
        return switch (level) {
            case CRITICAL -> Alert.Level.CRITICAL;
            case WARNING -> Alert.Level.WARNING;
            case NOTE -> Alert.Level.INFORMATION;
        };
    }

    Recommendation recommendation(List<Advice> alike, Dosing dosing, Optional<RegimenRow> regimen) {
        Advice said = alike.get(0);
        Match match = said.match();
        Sentence then = match.rule().then();
        return new Recommendation(
                match.rule().title(),
                then.verb().phrase(),
                subject(match),
                ladder.position(match),
                then.because(),
                Regimens.how(then, regimen),
                then.forPatient(),
                alike.stream()
                        .flatMap(each -> each.first().stream())
                        .distinct()
                        .map(subjects::of)
                        .toList(),
                cautions(alike, regimen),
                dosing,
                then.verb().role() == Verb.Role.EXPOSURE
                        ? therapyNotes.getOrDefault(match.subject(), List.of())
                        : List.of(),
                said.basis(),
                alike.stream().skip(1).map(other -> likewise(other, regimen)).toList());
    }

    private List<Obstacle> cautions(List<Advice> alike, Optional<RegimenRow> regimen) {
        return alike.stream()
                .flatMap(said -> Stream.of(
                                regimens.caution(said.match().rule().then(), regimen).stream(),
                                said.notExcluded().stream().map(exclusions::caution),
                                said.obstacles().stream())
                        .flatMap(Function.identity()))
                .distinct()
                .toList();
    }

    private static Likewise likewise(Advice said, Optional<RegimenRow> regimen) {
        Rule rule = said.match().rule();
        return new Likewise(rule.title(), rule.then().because(), Regimens.how(rule.then(), regimen), said.basis());
    }

    Withheld withheld(Advice said, List<Obstacle> obstacles) {
        Match match = said.match();
        return new Withheld(
                match.rule().title(),
                match.rule().then().verb().phrase(),
                subject(match),
                ladder.position(match),
                obstacles,
                said.basis());
    }

    Unlisted unlisted(FoundTerms.Found found) {
        List<String> classes =
                vocabulary.concept(found.term()).map(Concept::parents).orElse(List.of());
        return new Unlisted(
                found.field(),
                vocabulary.nameOf(found.term()),
                classes.stream().map(subjects::of).toList());
    }

    /** A combination, and what it was read as. */
    Unlisted combined(FoundTerms.Found found, PatientCase stated) {
        Combination combination = vocabulary.combination(found.term()).orElseThrow();
        boolean doseLeftOut = stated.treatments().given().stream()
                .anyMatch(treatment -> treatment.therapy().equals(found.term())
                        && treatment.dose().isPresent());
        return new Unlisted(
                found.field(),
                OtherTerm.nameIn(found.term()),
                combination.therapies().stream().map(subjects::of).toList(),
                Optional.of(new Combined(combination.others(), doseLeftOut)));
    }

    private Optional<Subject> subject(Match match) {
        return match.subject().isEmpty() ? Optional.empty() : Optional.of(subjects.of(match.subject()));
    }
}
