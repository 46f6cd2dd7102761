package org.spsrules.authoring.lint;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.spsrules.authoring.diagnostic.Locations;
import org.spsrules.authoring.language.Care;
import org.spsrules.authoring.language.ParsedRule;
import org.spsrules.authoring.scenario.Scenario;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.vocabulary.Vocabulary;

/**
 * What is looked at.
 *
 * @param knowledge the knowledge base
 * @param vocabulary its vocabulary
 * @param written the rules in which no error was found, with their places
 * @param rules the same, but one for each row in place of a rule about rows
 * @param allRules these and, where only some are looked at, the others, to compare with
 * @param scenarios the scenarios beside them that could be read
 * @param faultyScenarios files of scenarios in which something is wrong
 * @param locations where the entries of vocabulary and sources stand
 * @param care the kinds of care that wait
 * @param referenceNotes the notes of publications, by id
 * @param space what can be so of a fact
 */
record Subject(
        Knowledge knowledge,
        Vocabulary vocabulary,
        List<ParsedRule> written,
        List<ParsedRule> rules,
        List<ParsedRule> allRules,
        List<Scenario> scenarios,
        Set<String> faultyScenarios,
        Locations locations,
        Care care,
        Map<String, String> referenceNotes,
        FactSpace space) {

    /** The scenarios beside a rule. */
    List<Scenario> scenariosOf(ParsedRule rule) {
        return scenarios.stream()
                .filter(scenario -> scenario.ruleId().equals(rule.rule().id()))
                .toList();
    }
}
