package org.spsrules.authoring.compile;

import java.util.stream.Collectors;
import org.spsrules.internal.rule.Rule;

/**
 * Prints a rule for the Drools compiler: the conditions as they were understood, a salience from the stratum, and a
 * consequence that only says that the rule applies. Nothing of the author's text is passed on unread.
 *
 * <p>The rule is named by its id, and its consequence asks Drools for that name instead of repeating it: so the
 * consequences of most rules are one class, not one each.
 */
final class CompiledForm {

    /** One package for all rules: with several, Drools attaches rules one by one and loses some of them. */
    private static final String HEADER = "package org.spsrules.kb;"
            + CompiledType.imports()
            + " global org.spsrules.internal.engine.Conclusions conclusions; ";

    private CompiledForm() {}

    static String of(Rule rule, int highestStratum) {
        StringBuilder text = new StringBuilder();
        text.append(HEADER)
                .append("rule ")
                .append(CompiledPattern.quoted(rule.id()))
                .append(" salience ")
                .append(highestStratum - rule.stratum())
                .append(" when ");
        CompiledConditions.of(rule.conditions())
                .forEach(condition -> text.append(condition).append(' '));
        String values =
                rule.then().variables().stream().map(name -> ", " + name).collect(Collectors.joining());
        return text.append("then conclusions.add( drools.getRule().getName()")
                .append(values)
                .append(" ); end\n")
                .toString();
    }
}
