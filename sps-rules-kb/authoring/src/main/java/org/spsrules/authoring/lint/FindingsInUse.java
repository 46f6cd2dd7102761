package org.spsrules.authoring.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.spsrules.authoring.compile.FindingPredicate;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.diagnostic.LintCode;
import org.spsrules.authoring.diagnostic.Places.Part;
import org.spsrules.authoring.language.ParsedRule;
import org.spsrules.internal.knowledge.PrecedenceRow;
import org.spsrules.internal.knowledge.RegimenRow;
import org.spsrules.internal.knowledge.ReportFinding;
import org.spsrules.internal.rule.Pattern;

/** Every finding that is read is concluded somewhere, and every one that is concluded is read. */
final class FindingsInUse implements Check {

    @Override
    public void run(Subject subject, Diagnostics diagnostics) {
        List<FindingPredicate> concluded = subject.allRules().stream()
                .map(rule -> FindingPredicate.concluded(rule.rule()))
                .flatMap(Optional::stream)
                .toList();
        List<FindingPredicate> read = subject.allRules().stream()
                .flatMap(rule -> rule.rule().patterns().stream())
                .flatMap(pattern -> FindingPredicate.read(pattern).stream())
                .toList();
        Set<String> readByReports = readByReports(subject, concluded, diagnostics);
        for (ParsedRule rule : subject.rules()) {
            for (Pattern pattern : rule.rule().patterns()) {
                FindingPredicate.read(pattern)
                        .filter(finding -> concluded.stream().noneMatch(finding::overlaps))
                        .ifPresent(finding -> diagnostics.add(
                                rule.places().of(pattern),
                                LintCode.UNCONCLUDED_FINDING,
                                "no rule concludes " + described(finding)));
            }
            FindingPredicate.concluded(rule.rule())
                    .filter(finding -> !readByReports.contains(finding.name()))
                    .filter(finding -> read.stream().noneMatch(finding::overlaps))
                    .ifPresent(finding -> diagnostics.add(
                            rule.places().of(Part.SENTENCE),
                            LintCode.UNREAD_FINDING,
                            "no rule reads " + described(finding)));
        }
    }

    /** The findings that a report itself reads. */
    private static Set<String> readByReports(
            Subject subject, List<FindingPredicate> concluded, Diagnostics diagnostics) {
        Set<String> codes = new HashSet<>();
        for (ReportFinding finding : subject.knowledge().findings()) {
            codes.add(finding.code());
            if (finding.role().isConcluded()) {
                concluded(finding.code(), finding.role().word(), finding, subject, concluded, diagnostics);
            }
        }
        for (RegimenRow regimen : subject.knowledge().regimens()) {
            codes.add(regimen.finding());
            concluded(
                    regimen.finding(),
                    "the " + regimen.regimen().word() + " regimen",
                    regimen,
                    subject,
                    concluded,
                    diagnostics);
        }
        for (PrecedenceRow row : subject.knowledge().precedence()) {
            row.finding().ifPresent(code -> {
                codes.add(code);
                concluded(code, "what outranks what", row, subject, concluded, diagnostics);
            });
        }
        return codes;
    }

    private static void concluded(
            String code,
            String use,
            Record entry,
            Subject subject,
            List<FindingPredicate> concluded,
            Diagnostics diagnostics) {
        if (concluded.stream().noneMatch(known -> known.name().equals(code))) {
            diagnostics.add(
                    subject.locations().of(entry),
                    LintCode.UNCONCLUDED_FINDING,
                    "no rule concludes " + code + ", which a report reads for " + use);
        }
    }

    private static String described(FindingPredicate finding) {
        return finding.name()
                + finding.of()
                        .filter(subject -> !subject.isEmpty())
                        .map(subject -> " of " + subject)
                        .orElse("");
    }
}
