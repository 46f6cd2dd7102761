package org.spsrules.authoring.activation;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Optional;
import org.spsrules.SpsRules;
import org.spsrules.authoring.compile.RuleCompiler;
import org.spsrules.authoring.diagnostic.Diagnostic;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.diagnostic.LintCode;
import org.spsrules.authoring.folder.Blanks;
import org.spsrules.authoring.folder.KnowledgeFolder;
import org.spsrules.authoring.folder.KnowledgeFolder.Content;
import org.spsrules.authoring.folder.MergedFiles;
import org.spsrules.authoring.lint.Linter;
import org.spsrules.authoring.overlay.Edition;
import org.spsrules.authoring.scenario.Scenario;
import org.spsrules.authoring.scenario.Scenarios;
import org.spsrules.internal.engine.DroolsEngine;
import org.spsrules.internal.knowledge.Knowledge;

/** Makes rules of files, or says everything that stands in the way. Thread-safe. */
public final class Activator {

    private Activator() {}

    /**
     * What came of it.
     *
     * @param rules the rules; empty if there are problems
     * @param found everything that was found before the first step that could not be taken
     */
    public record Attempt(Optional<SpsRules> rules, List<Diagnostic> found) {

        /** What stands in the way. */
        public List<Diagnostic> problems() {
            return found.stream().filter(Diagnostic::isError).toList();
        }

        /** What does not, and is most likely a mistake all the same. */
        public List<Diagnostic> warnings() {
            return found.stream().filter(diagnostic -> !diagnostic.isError()).toList();
        }
    }

    public static Attempt attempt(Edition edition) {
        Diagnostics diagnostics = new Diagnostics();
        try {
            MergedFiles files = edition.read(diagnostics);
            Optional<SpsRules> rules = rules(files, diagnostics);
            return new Attempt(
                    rules,
                    Blanks.withoutEchoes(diagnostics.sorted()).stream()
                            .map(files::asShown)
                            .sorted()
                            .toList());
        } catch (IOException e) {
            String file = e instanceof FileSystemException failure ? failure.getFile() : null;
            diagnostics.add(
                    file == null ? edition.toString() : file,
                    LintCode.UNREADABLE,
                    "this cannot be read (" + e.getClass().getSimpleName() + ")");
            return new Attempt(Optional.empty(), diagnostics.sorted());
        }
    }

    private static Optional<SpsRules> rules(MergedFiles files, Diagnostics diagnostics) {
        Content content = KnowledgeFolder.read(files, diagnostics);
        boolean readable = !diagnostics.hasErrors();
        Knowledge knowledge = content.knowledge();
        List<Scenario> scenarios = Scenarios.read(content.scenarios(), knowledge, diagnostics);
        Linter.check(content, scenarios, diagnostics);
        if (!readable) {
            return Optional.empty();
        }
        Gate gate = new Gate(knowledge, diagnostics);
        gate.scenarios(scenarios);
        gate.invariants();
        return diagnostics.hasErrors() ? Optional.empty() : compiled(knowledge, gate, diagnostics);
    }

    private static Optional<SpsRules> compiled(Knowledge knowledge, Gate gate, Diagnostics diagnostics) {
        Optional<DroolsEngine> engine = RuleCompiler.engine(knowledge.rules(), diagnostics);
        if (engine.isEmpty()) {
            return Optional.empty();
        }
        SpsRules rules = SpsRules.of(knowledge, engine.get());
        boolean passed = false;
        try {
            gate.compiled(rules);
            passed = !diagnostics.hasErrors();
        } finally {
            if (!passed) {
                rules.close();
            }
        }
        return passed ? Optional.of(rules) : Optional.empty();
    }
}
