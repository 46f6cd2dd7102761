package org.spsrules.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spsrules.Problem;
import org.spsrules.authoring.diff.Sample;
import org.spsrules.io.Documents;

/** Cases in files, on which two knowledge bases are compared. */
final class CaseSamples {

    /** Where the project keeps its example cases and the patients of published cases. */
    private static final List<String> IN_THE_PROJECT =
            List.of("sps-rules-examples/cases", "sps-rules-kb/src/test/resources/patients");

    private final Terminal terminal;
    private final List<Sample> samples = new ArrayList<>();
    private ExitCode exitCode = ExitCode.WELL;

    private CaseSamples(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * The cases that arguments name, and those of the project if the command runs in it.
     *
     * @throws IOException if nobody knows where the command lies
     */
    static CaseSamples of(List<String> arguments, Terminal terminal) throws IOException {
        CaseSamples samples = new CaseSamples(terminal);
        List<String> all = new ArrayList<>(inTheProject());
        all.addAll(arguments);
        new CaseInputs(terminal.in()).of(all).forEach(samples::add);
        return samples;
    }

    private void add(CaseInput input) {
        try {
            samples.add(new Sample(Sample.Origin.CASE, input.name(), Documents.read(input.text(), input.name())));
        } catch (UnreadableException e) {
            refuse(input, e.problem());
        } catch (Documents.UnreadableException e) {
            refuse(input, e.problem());
        }
    }

    private void refuse(CaseInput input, Problem problem) {
        terminal.complain(input.name(), problem);
        exitCode = ExitCode.UNUSABLE_INPUT;
    }

    private static List<String> inTheProject() throws IOException {
        return Program.above(above -> Optional.of(IN_THE_PROJECT.stream()
                                .map(above::resolve)
                                .filter(Files::isDirectory)
                                .map(Path::toString)
                                .toList())
                        .filter(found -> !found.isEmpty()))
                .orElse(List.of());
    }

    List<Sample> samples() {
        return List.copyOf(samples);
    }

    /** Whether all of them could be read. */
    ExitCode exitCode() {
        return exitCode;
    }
}
