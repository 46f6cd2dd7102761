package org.spsrules.authoring.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.spsrules.PatientCase;
import org.spsrules.Report;
import org.spsrules.RuleFailedException;
import org.spsrules.authoring.generate.SmallestCase;
import org.spsrules.authoring.mutation.Mutant;
import org.spsrules.authoring.scenario.CaseText;
import org.spsrules.authoring.scenario.ReportPhrases;
import org.spsrules.authoring.scenario.ReportTexts;
import org.spsrules.internal.rule.Match;
import org.spsrules.internal.rule.Rule;

/**
 * Looks for the smallest case that tells a rule from the same rule with a fault, and writes it as a scenario. What the sound
 * rule makes of the case is what the scenario expects; whether that is right, its author has to say. Thread-safe.
 */
final class WitnessSearch {

    private final TriedCase.Maker maker;
    private final Jury jury;

    WitnessSearch(TriedCase.Maker maker, Jury jury) {
        this.maker = maker;
        this.jury = jury;
    }

    /** The scenario; empty if no case is known that tells the two apart. */
    Optional<String> of(Suspect suspect) {
        return suspect.changedCase().flatMap(patientCase -> of(suspect, patientCase));
    }

    private Optional<String> of(Suspect suspect, PatientCase patientCase) {
        if (appliesOtherwise(maker.of(patientCase), suspect)) {
            return Optional.of(scenario(
                    suspect, smallest(patientCase, smaller -> appliesOtherwise(smaller, suspect)), Optional.empty()));
        }
        // A report is dear, so what the rule says makes the case small, and mostly shows in the report still.
        return Stream.of(smallest(patientCase, suspect::changes), patientCase)
                .flatMap(candidate -> shown(maker.of(candidate), suspect)
                        .map(phrases -> scenario(suspect, candidate, Optional.of(phrases)))
                        .stream())
                .findFirst();
    }

    private PatientCase smallest(PatientCase patientCase, Predicate<TriedCase> shows) {
        return new SmallestCase(maker.knowledge().vocabulary(), smaller -> shows.test(maker.of(smaller)))
                .within(patientCase);
    }

    private static boolean appliesOtherwise(TriedCase tried, Suspect suspect) {
        return tried.evaluation().matchesOf(suspect.mutant().rule()).isEmpty() == suspect.applies(tried);
    }

    private String scenario(Suspect suspect, PatientCase smallest, Optional<String> shown) {
        Rule rule = suspect.mutant().rule();
        boolean fires = !maker.of(smallest).evaluation().matchesOf(rule).isEmpty();
        String applies = fires ? "fires" : "silent";
        return CaseText.scenario(
                name(suspect.mutant()),
                rule.row(),
                CaseText.tree(smallest),
                shown.map(phrases -> "{rule: " + applies + ", " + phrases + "}").orElse(applies));
    }

    /** What its author has to say better; without what YAML reads as more than text. */
    private static String name(Mutant mutant) {
        return ("Would fail if " + mutant.fault() + " " + mutant.words())
                .replaceAll("[\":#{}\\[\\]]+", " ")
                .replaceAll(" +", " ")
                .strip();
    }

    /** What the report shows only without the fault, or only with it, as a scenario expects it. */
    private Optional<String> shown(TriedCase tried, Suspect suspect) {
        try {
            Set<Match> sound = maker.matches(tried);
            Report before = jury.report(tried, sound);
            Report after = jury.report(tried, suspect.matches(tried, sound));
            ReportPhrases one = ReportPhrases.of(before);
            ReportPhrases other = ReportPhrases.of(after);
            List<String> phrases = new ArrayList<>();
            if (before.standing().line() != after.standing().line()) {
                phrases.add("line: " + before.standing().line());
            }
            add("recommends", one.recommended(), other.recommended(), phrases);
            add("doesNotRecommend", other.recommended(), one.recommended(), phrases);
            add("withholds", one.withheld(), other.withheld(), phrases);
            add("alerts", one.alerts(), other.alerts(), phrases);
            add("doesNotAlert", other.alerts(), one.alerts(), phrases);
            if (phrases.isEmpty()) {
                ReportTexts.of(before).stream()
                        .filter(text -> !ReportTexts.of(after).contains(text))
                        .findFirst()
                        .ifPresent(text -> phrases.add("says: [\"" + text.replace("\"", "\\\"") + "\"]"));
            }
            return phrases.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", phrases));
        } catch (RuleFailedException e) {
            return Optional.empty();
        }
    }

    private static void add(String name, Set<String> here, Set<String> there, List<String> phrases) {
        List<String> only =
                here.stream().filter(phrase -> !there.contains(phrase)).toList();
        if (!only.isEmpty()) {
            phrases.add(name + ": [" + String.join(", ", only) + "]");
        }
    }
}
