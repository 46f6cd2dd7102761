package org.spsrules.workbench;

import java.util.List;
import java.util.Optional;
import org.spsrules.authoring.diagnostic.Diagnostic;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.folder.KnowledgeFolder;
import org.spsrules.authoring.lint.LintReport;
import org.spsrules.authoring.overlay.Edition;
import org.spsrules.authoring.scenario.Scenario;
import org.spsrules.authoring.scenario.Scenarios;

/**
 * A knowledge base as it was read, with overlays over it. It calls files as their reader finds them.
 *
 * @param place where the knowledge base lies
 * @param overlays what lies over it
 * @param opened what was read
 */
record OpenKnowledge(KnowledgePlace place, Overlays overlays, Edition.Opened opened) {

    KnowledgeFolder.Content content() {
        return opened.content();
    }

    /** A file of the knowledge base or of an overlay. */
    String shown(String path) {
        return overlays.shown(place, opened.files().shown().getOrDefault(path, path));
    }

    /** Problems, as {@link Overlays#lines} has them. */
    List<String> lines(List<Diagnostic> problems) {
        return overlays.lines(
                place, problems.stream().map(opened.files()::asShown).toList());
    }

    /** Whether there is no error in the knowledge base; if there is, it is complained of. */
    boolean isInOrder(Terminal terminal) {
        boolean sound = content().diagnostics().stream().noneMatch(Diagnostic::isError);
        if (!sound) {
            lines(content().diagnostics()).forEach(terminal::complain);
        }
        return sound;
    }

    /** The scenarios; empty if there is an error in the knowledge base or in them, which has been complained of. */
    Optional<List<Scenario>> scenarios(Terminal terminal) {
        Diagnostics diagnostics = new Diagnostics();
        content().diagnostics().forEach(diagnostics::add);
        List<Scenario> scenarios =
                Scenarios.read(content().scenarios(), content().knowledge(), diagnostics);
        List<Diagnostic> errors =
                diagnostics.sorted().stream().filter(Diagnostic::isError).toList();
        lines(errors).forEach(terminal::complain);
        return errors.isEmpty() ? Optional.of(scenarios) : Optional.empty();
    }

    /**
     * What concerns the author of the overlays. Warnings about files of the base, such as of a finding that is no longer
     * read, are nothing that can be put right in an overlay.
     */
    LintReport concerning(LintReport report) {
        return overlays.isEmpty()
                ? report
                : new LintReport(
                        report.findings().stream()
                                .filter(finding -> finding.isError()
                                        || opened.files().shown().containsKey(finding.file()))
                                .toList(),
                        report.rules(),
                        report.scenarios(),
                        report.concepts(),
                        report.statements());
    }
}
