package org.spsrules.authoring.lint;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.spsrules.authoring.compile.FindingPredicate;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.diagnostic.LintCode;
import org.spsrules.authoring.diagnostic.Places.Part;
import org.spsrules.authoring.language.ParsedRule;
import org.spsrules.internal.knowledge.ReportFinding;
import org.spsrules.internal.rule.Pattern;

/** Every finding that is read is concluded somewhere, and every one that is concluded is read. */
final class FindingsInUse implements Check {

    @Override
    public void run(Subject subject, Diagnostics diagnostics) {
        List<FindingPredicate> concluded = subject.rules().stream()
                .map(rule -> FindingPredicate.concluded(rule.rule()))
                .flatMap(Optional::stream)
                .toList();
        List<FindingPredicate> read = subject.rules().stream()
                .flatMap(rule -> rule.rule().patterns().stream())
                .flatMap(pattern -> FindingPredicate.read(pattern).stream())
                .toList();
        Set<String> readByReport =
                subject.knowledge().findings().stream().map(ReportFinding::code).collect(Collectors.toSet());
        subject.knowledge().findings().stream()
                .filter(finding -> finding.role().isConcluded())
                .filter(finding ->
                        concluded.stream().noneMatch(known -> known.name().equals(finding.code())))
                .forEach(finding -> diagnostics.add(
                        subject.locations().of(finding).file(),
                        subject.locations().of(finding).position(),
                        LintCode.UNCONCLUDED_FINDING,
                        "no rule concludes " + finding.code() + ", which a report reads for "
                                + finding.role().word()));
        for (ParsedRule rule : subject.rules()) {
            for (Pattern pattern : rule.rule().patterns()) {
                FindingPredicate.read(pattern)
                        .filter(finding -> concluded.stream().noneMatch(finding::overlaps))
                        .ifPresent(finding -> diagnostics.add(
                                rule.file(),
                                rule.places().of(pattern),
                                LintCode.UNCONCLUDED_FINDING,
                                "no rule concludes " + described(finding)));
            }
            FindingPredicate.concluded(rule.rule())
                    .filter(finding -> !readByReport.contains(finding.name()))
                    .filter(finding -> read.stream().noneMatch(finding::overlaps))
                    .ifPresent(finding -> diagnostics.add(
                            rule.file(),
                            rule.places().of(Part.SENTENCE),
                            LintCode.UNREAD_FINDING,
                            "no rule reads " + described(finding)));
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
