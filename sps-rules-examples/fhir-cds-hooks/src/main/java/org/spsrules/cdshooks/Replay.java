package org.spsrules.cdshooks;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.spsrules.InvalidCaseException;
import org.spsrules.PatientCase;
import org.spsrules.SpsRules;
import org.spsrules.SpsRulesException;
import org.spsrules.cdshooks.RecordedLines.Recorded;
import org.spsrules.fhir.record.UnusableRecordException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Evaluates a case again, and says whether a decision record would say the same of it. */
@Command(
        name = "replay",
        description = {
            "Evaluates a case again, and says whether the decision record would say the same of it today.",
            "The case is what was sent: the body of a CDS Hooks call, a FHIR bundle, or a case in YAML or JSON."
        },
        footer = {
            "",
            "Exit codes: 0 the answer is the same, 1 the answer or the knowledge base is another one,",
            "2 wrong usage, another key, or no line of the record is of this case, 3 sps itself failed."
        })
final class Replay implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Say what the options are.")
    private boolean help;

    @Parameters(paramLabel = "RECORD", description = "File that serve --record has written.")
    private Path record = Path.of("");

    @Parameters(paramLabel = "CASE", description = "File with the case.")
    private Path caseFile = Path.of("");

    @Option(
            names = "--record-key",
            required = true,
            paramLabel = "FILE",
            description = "File with the key of the digests in the record.")
    private Path recordKey = Path.of("");

    @Option(
            names = "--line",
            paramLabel = "N",
            description = "The line that is meant; without it, every line that is of this case.")
    private @Nullable Integer line;

    @Option(
            names = "--acknowledged",
            paramLabel = "RULE",
            description = "Rule whose alerts had been overridden by feedback before, or 'RULE DRUG'; may be repeated.")
    private Set<String> acknowledged = new TreeSet<>();

    @Override
    public Integer call() {
        try (SpsRules rules = SpsRules.load()) {
            KeyedDigest digests = KeyedDigest.read(recordKey);
            List<Recorded> lines = underKey(meant(recorded()), digests);
            Function<LocalDate, PatientCase> stated = stated(rules);
            List<Recorded> ofCase = ofCase(lines, stated, digests);
            boolean same = true;
            for (Recorded recorded : ofCase) {
                same &= say(recorded, again(recorded, stated.apply(recorded.asOf()), rules, digests));
            }
            return same ? Program.WELL : Program.FINDINGS;
        } catch (UnusableReplayException | IllegalArgumentException e) {
            error().println("sps: " + e.getMessage());
            return Program.UNUSABLE_INPUT;
        }
    }

    private List<Recorded> recorded() {
        try {
            return RecordedLines.read(record);
        } catch (RefusedException e) {
            throw new UnusableReplayException(record + ": " + e.getMessage());
        } catch (IOException e) {
            throw new UnusableReplayException(record + " cannot be read; name a file that serve --record has written.");
        }
    }

    private List<Recorded> meant(List<Recorded> lines) {
        if (lines.isEmpty()) {
            throw new UnusableReplayException(record + " has no lines yet.");
        }
        if (line == null) {
            return lines;
        }
        return lines.stream()
                .filter(recorded -> line.equals(recorded.number()))
                .findFirst()
                .map(List::of)
                .orElseThrow(
                        () -> new UnusableReplayException(record + " has no line " + line + "; its last one is line "
                                + lines.get(lines.size() - 1).number() + "."));
    }

    private List<Recorded> underKey(List<Recorded> lines, KeyedDigest digests) {
        List<Recorded> found = lines.stream()
                .filter(recorded -> recorded.decision().key().equals(digests.keyId()))
                .toList();
        if (found.isEmpty()) {
            throw new UnusableReplayException((line == null ? "No line of " + record : "Line " + line + " of " + record)
                    + " was written under the key in " + recordKey + "; name the key of then with --record-key.");
        }
        return found;
    }

    private Function<LocalDate, PatientCase> stated(SpsRules rules) {
        try {
            return new HostCase(rules.vocabulary()).read(caseFile, acknowledged);
        } catch (InvalidCaseException e) {
            throw unusable(e);
        } catch (RefusedException | UnusableRecordException e) {
            throw new UnusableReplayException(caseFile + ": " + e.getMessage());
        } catch (IOException e) {
            throw new UnusableReplayException(
                    caseFile + " cannot be read; name a file with the case that was evaluated.");
        }
    }

    private UnusableReplayException unusable(InvalidCaseException e) {
        List<String> problems = new ArrayList<>();
        e.problems().forEach(problem -> problems.add(caseFile + ": " + problem));
        return new UnusableReplayException(String.join("\nsps: ", problems));
    }

    private List<Recorded> ofCase(List<Recorded> lines, Function<LocalDate, PatientCase> stated, KeyedDigest digests) {
        Map<LocalDate, String> inputs = new HashMap<>();
        try {
            lines.forEach(recorded ->
                    inputs.computeIfAbsent(recorded.asOf(), day -> Decision.inputOf(stated.apply(day), digests)));
        } catch (InvalidCaseException e) {
            throw unusable(e);
        } catch (UnusableRecordException e) {
            throw new UnusableReplayException(caseFile + ": " + e.getMessage());
        }
        List<Recorded> found = lines.stream()
                .filter(recorded -> recorded.decision().input().equals(inputs.get(recorded.asOf())))
                .toList();
        if (found.isEmpty()) {
            throw new UnusableReplayException((line == null
                            ? "No line of " + record + " is of the case in " + caseFile + "."
                            : "Line " + line + " of " + record + " is of another case than that in " + caseFile + ".")
                    + hint(lines));
        }
        return found;
    }

    private String hint(List<Recorded> lines) {
        String now = Decision.library();
        String hint = " Alerts that had been overridden by then are part of a case; name them with --acknowledged.";
        return lines.stream().map(recorded -> recorded.decision().program()).allMatch(now::equals)
                ? hint
                : hint + " Another library may also read the same record as another case; this one is " + now + ".";
    }

    private static Decision again(Recorded recorded, PatientCase stated, SpsRules rules, KeyedDigest digests) {
        boolean withRules = recorded.decision().rules().isPresent();
        return Decision.of(stated, rules.evaluate(stated), digests, withRules);
    }

    private boolean say(Recorded recorded, Decision now) {
        List<String> differences = recorded.decision().differences(now);
        PrintWriter out = output();
        if (differences.isEmpty()) {
            out.println(recorded + ": same");
        } else {
            out.println(recorded + ": different");
            differences.forEach(difference -> out.println("  " + difference));
        }
        out.flush();
        return differences.isEmpty();
    }

    private PrintWriter output() {
        return spec == null
                ? new PrintWriter(System.out, true)
                : spec.commandLine().getOut();
    }

    private PrintWriter error() {
        return spec == null
                ? new PrintWriter(System.err, true)
                : spec.commandLine().getErr();
    }

    /** Says what cannot be compared, and why. */
    private static final class UnusableReplayException extends SpsRulesException {

        private static final long serialVersionUID = 1L;

        UnusableReplayException(String message) {
            super(message);
        }
    }
}
