package org.spsrules.workbench;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.spsrules.authoring.diagnostic.LintCode;
import org.spsrules.authoring.lint.LintReport;
import org.spsrules.authoring.lint.Linter;
import org.spsrules.internal.spelling.Suggestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The subcommand {@code lint}. */
@Command(
        name = "lint",
        description = "Checks a knowledge base and names everything that is wrong with it.",
        footer = {
            "",
            "What is found is written as path:line:column: severity: message [code].",
            "",
            "Exit codes: 0 nothing was found, 1 something was, 2 wrong usage or a folder that",
            "cannot be read, 3 sps itself failed."
        })
final class Lint extends KnowledgeSubcommand {

    @Option(
            names = "--explain",
            paramLabel = "CODE",
            description = "Say what a code means, why it matters, and what to write instead; check nothing.")
    private @Nullable String code;

    Lint(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        return code == null ? super.call() : explain(code).number();
    }

    private ExitCode explain(String wanted) {
        Optional<LintCode> known = LintCode.of(wanted);
        if (known.isEmpty()) {
            terminal.complain("sps lint: there is no code " + wanted
                    + Suggestion.didYouMean(
                            wanted,
                            Arrays.stream(LintCode.values()).map(LintCode::code).toList()));
            return ExitCode.UNUSABLE_INPUT;
        }
        terminal.write(LintExplanation.of(known.get(), terminal.look()));
        return ExitCode.WELL;
    }

    @Override
    ExitCode at(KnowledgePlace place) throws IOException, UnreadableException {
        OpenKnowledge opened = overlays.over(place);
        LintReport report = opened.concerning(Linter.check(opened.content()));
        opened.lines(report.findings()).forEach(this::writeLine);
        writeLine(place.name() + ": " + LintSummary.of(report));
        return report.findings().isEmpty() ? ExitCode.WELL : ExitCode.FINDINGS;
    }

    private void writeLine(String line) {
        terminal.write(terminal.look().alphabet().spell(line) + "\n");
    }
}
