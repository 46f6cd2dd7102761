package org.spsrules.pages.rulebook;

import java.util.List;
import java.util.Optional;

/**
 * All that the knowledge base says of a therapy or a class.
 *
 * @param code its code
 * @param name what people call it
 * @param kind whether it is one therapy or a class
 * @param facts what it is and what else it is called, each with a label
 * @param classes the classes that it belongs to
 * @param members the therapies that belong to it
 * @param steps its steps on the ladder
 * @param notes what stands beside every offer of it
 * @param doses its dose figures
 * @param obstacles what stands against it
 * @param interactions what it must not be given with, or with care
 * @param offers the rules that offer it
 * @param alerts the rules that warn about it
 * @param advice the other rules that speak of it
 * @param monitoring the rules that say what to watch and to test
 * @param readers the other rules that look at it
 * @param toPatients what is said to patients
 * @param statements what all of it rests on
 */
public record TherapyView(
        String code,
        String name,
        String kind,
        List<RuleView.Labelled> facts,
        List<Ref> classes,
        List<Ref> members,
        List<Ref> steps,
        List<Row> notes,
        List<Dose> doses,
        List<Row> obstacles,
        List<Row> interactions,
        List<Brief> offers,
        List<Brief> alerts,
        List<Brief> advice,
        List<Brief> monitoring,
        List<Brief> readers,
        List<Brief> toPatients,
        List<Cited> statements) {

    /**
     * A dose figure.
     *
     * @param role what the figure is
     * @param text the dose in words
     * @param holds for whom
     * @param unverified whether nobody has read it anywhere
     * @param sources the statements behind it
     */
    public record Dose(String role, String text, String holds, boolean unverified, List<Ref> sources) {}

    /**
     * A row about it.
     *
     * @param tone how it is toned; empty if it is not
     * @param level what follows
     * @param about the condition or the other therapy
     * @param text the reason
     * @param unverified whether nobody has read it anywhere
     * @param sources the statements behind it
     */
    public record Row(
            Optional<String> tone, String level, Ref about, String text, boolean unverified, List<Ref> sources) {}

    /**
     * A rule in short.
     *
     * @param rule its title, which leads to it
     * @param tone how its alert is toned; empty if it is none
     * @param says what it says
     * @param through the class by which it is about the therapy; empty if it names it
     * @param text why, or what is said to the patient
     * @param conditions when it applies; only on a page that stands alone
     * @param sources the statements behind it
     */
    public record Brief(
            Ref rule,
            Optional<String> tone,
            String says,
            Optional<String> through,
            Optional<String> text,
            List<ConditionView> conditions,
            List<Ref> sources) {}
}
