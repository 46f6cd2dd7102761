package org.spsrules.workbench;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.spsrules.OpenQuestion;
import org.spsrules.PatientCase;
import org.spsrules.Report;
import org.spsrules.ReportDifference;
import org.spsrules.Sex;
import org.spsrules.SpsRules;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The subcommand {@code changes}. */
@Command(
        name = "changes",
        description = "Says what a report of a patient says otherwise since an earlier visit.",
        footer = {
            "",
            "Marks: !! critical, ! warning, i information, + advice, x withheld, - not read.",
            "",
            "Exit codes: 0 both cases have their report, 2 wrong usage or a case that",
            "cannot be read, 3 sps itself failed."
        })
final class Changes extends Subcommand {

    @Parameters(
            index = "0",
            paramLabel = "BEFORE",
            description = "The case as it was, in YAML or JSON; or - for the standard input.")
    private String before = "";

    @Parameters(index = "1", paramLabel = "AFTER", description = "The case as it is now; likewise.")
    private String after = "";

    @Mixin
    private RulesInUse rulesInUse = new RulesInUse();

    @Mixin
    private UnknownTerms unknownTerms = new UnknownTerms();

    Changes(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        for (String argument : List.of(before, after)) {
            if (CaseInputs.isFolder(argument)) {
                terminal.complain(argument + ": error: is a folder; changes takes two cases");
                return ExitCode.UNUSABLE_INPUT.number();
            }
        }
        List<CaseInput> inputs = new CaseInputs(terminal.in()).of(List.of(before, after));
        return rulesInUse.ask(terminal, rules -> between(inputs, rules)).number();
    }

    private ExitCode between(List<CaseInput> inputs, SpsRules rules) {
        Both both = new Both();
        ExitCode exitCode = new Evaluation(rules, unknownTerms.reader(rules.vocabulary()), both, terminal).of(inputs);
        if (both.reports.size() == inputs.size()) {
            TextPage page = new TextPage(terminal.look());
            Report earlier = both.reports.get(0);
            Report now = both.reports.get(1);
            ChangesPage changes = new ChangesPage(page);
            changes.head(earlier, now, doubts(both.cases.get(0), both.cases.get(1)));
            changes.write(ReportDifference.between(earlier, now));
            new Footer(page, List.of()).status(now, "");
            terminal.write(page.text());
        }
        return exitCode;
    }

    /** Why these may not be two visits of one patient, the earlier one first. */
    private static List<String> doubts(PatientCase before, PatientCase after) {
        List<String> doubts = new ArrayList<>();
        boolean reversed = after.asOf().isBefore(before.asOf());
        if (reversed) {
            doubts.add("AFTER is of an earlier day than BEFORE: are they the wrong way round?");
        }
        Set<Sex> sexes = EnumSet.of(before.person().sex(), after.person().sex());
        if (sexes.equals(EnumSet.of(Sex.FEMALE, Sex.MALE))) {
            doubts.add("The sex is not the same in both: are they of one patient?");
        }
        Optional<Integer> first = (reversed ? after : before).person().age();
        Optional<Integer> last = (reversed ? before : after).person().age();
        if (first.isPresent() && last.isPresent() && last.get() < first.get()) {
            doubts.add("The patient is younger at the later visit: are they of one patient?");
        }
        return doubts;
    }

    /** Keeps the cases and their reports until both are there. */
    private static final class Both implements Reports {

        private final List<PatientCase> cases = new ArrayList<>();
        private final List<Report> reports = new ArrayList<>();

        @Override
        public void show(String name, PatientCase patientCase, Report report, Supplier<List<OpenQuestion>> questions) {
            cases.add(patientCase);
            reports.add(report);
        }
    }
}
