package org.spsrules.authoring.lint;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.diagnostic.LintCode;
import org.spsrules.authoring.language.ParsedRule;
import org.spsrules.authoring.row.Placeholders;
import org.spsrules.internal.rule.Rule;

/** What is bound is used. */
final class UnusedVariable implements Check {

    @Override
    public void run(Subject subject, Diagnostics diagnostics) {
        for (ParsedRule rule : subject.written()) {
            Set<String> used = used(rule.rule());
            rule.rule().patterns().stream()
                    .flatMap(pattern -> pattern.bindings().stream())
                    .filter(binding -> !used.contains(binding.variable()))
                    .forEach(binding -> diagnostics.add(
                            rule.places().of(binding),
                            LintCode.UNUSED_VARIABLE,
                            binding.variable() + " is never used"));
        }
    }

    private static Set<String> used(Rule rule) {
        Set<String> used =
                rule.operands().flatMap(operand -> operand.variable().stream()).collect(Collectors.toSet());
        Stream.of(
                        Optional.of(rule.title()),
                        rule.then().because(),
                        rule.then().how(),
                        rule.then().forPatient())
                .flatMap(Optional::stream)
                .forEach(text -> used.addAll(Placeholders.in(text)));
        return used;
    }
}
