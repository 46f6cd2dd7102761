package org.spsrules.cohort;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.spsrules.Line;
import org.spsrules.PatientCase.Diagnosis.Status;
import org.spsrules.Report;
import org.spsrules.cohort.Summary.Row;
import org.spsrules.cohort.Summary.Table;
import org.spsrules.internal.knowledge.Knowledge;

/** Counts results. What it holds grows with the knowledge base and not with the cohort. Not thread-safe. */
final class Tally {

    private static final String BETWEEN = " ";

    private final Labels labels;
    private final Counter lines = new Counter();
    private final Counter steps = new Counter();
    private final Counter reasons = new Counter();
    private final Counter undiagnosed = new Counter();
    private final Counter tests = new Counter();
    private final Counter pitfalls = new Counter();
    private final Counter levels = new Counter();
    private final Counter alerts = new Counter();
    private final Counter withheld = new Counter();
    private final Counter obstacles = new Counter();
    private final Counter questions = new Counter();
    private final Counter notUsed = new Counter();
    private long cases;
    private long setAside;
    private long patientUnknown;

    Tally(Knowledge knowledge) {
        this.labels = new Labels(knowledge);
    }

    /** Counts a patient. */
    void add(Result result) {
        cases++;
        String line = result.line().name();
        lines.count(Stream.of(line));
        steps.count(Stream.ofNullable(result.step()).map(step -> line + BETWEEN + step));
        reasons.count(result.reason().stream());
        if (result.mayBeUndiagnosed()) {
            undiagnosed.count(Stream.of(result.diagnosis().name()));
            tests.count(result.testsForSps());
        }
        pitfalls.count(result.pitfalls());
        levels.count(result.openLevels().map(Enum::name));
        alerts.count(result.alerts().stream().map(alert -> alert.level() + BETWEEN + alert.rule()));
        withheld.count(result.withheld().stream()
                .map(offer -> offer.action() + (offer.subject() == null ? "" : BETWEEN + offer.subject())));
        obstacles.count(result.withheld().stream()
                .flatMap(offer -> offer.because().stream())
                .map(obstacle -> obstacle.kind().name()));
        questions.count(result.questions().stream());
        notUsed.count(result.notUsed().stream().map(Result.NotUsed::type));
    }

    /** Counts a line that could not be evaluated. */
    void add(SetAside line) {
        setAside++;
        if (line.patientUnknown()) {
            patientUnknown++;
        }
    }

    /** What has been counted. */
    Summary summary(Suppression suppression) {
        List<Row> byLine = suppression.parts(lineRows());
        return new Summary(
                Summary.FORMAT,
                labels.status(),
                labels.stamp(),
                cases,
                setAside,
                patientUnknown,
                suppression.below(),
                List.of(
                        new Table(
                                "line",
                                "Who is at which line",
                                "Each patient is counted once, at the line of the ladder that the report names.",
                                byLine),
                        new Table(
                                "step",
                                "Who is at which step",
                                "Each patient at a line is counted once, at the step of that line.",
                                stepRows(byLine, suppression)),
                        new Table(
                                "reason",
                                "Why there is no line, or nothing is escalated",
                                "A patient can have several reasons.",
                                suppression.ranked(plain(reasons))),
                        new Table(
                                "undiagnosed",
                                "Whom to test: SPS that may be undiagnosed",
                                "Patients in whom SPS is suspected and not settled, or in whom nobody has spoken of it and"
                                        + " the report asks for a test, refers to neurology or warns that it is missed;"
                                        + " then, of these, how many are to have which test now. "
                                        + SummaryFiles.WHOM_TO_TEST + " lists them.",
                                Stream.concat(
                                                suppression.apart(statusRows()).stream(),
                                                suppression.ranked(testRows()).stream())
                                        .toList()),
                        new Table(
                                "pitfall",
                                "Who is near which pitfall",
                                "Corrections in the reports, by rule, with the sources that the rule cites.",
                                suppression.ranked(pitfalls.rows(labels::rule, labels::sources))),
                        new Table(
                                "alert-level",
                                "Who has alerts that nobody has acknowledged",
                                "A patient with alerts of several levels is counted at each of them.",
                                suppression.apart(levelRows())),
                        new Table(
                                "alert",
                                "Which alerts",
                                "Patients by rule and level, acknowledged alerts too.",
                                suppression.ranked(alerts.rows(
                                        key -> labels.rule(last(key)),
                                        key -> first(key).toLowerCase(Locale.ROOT)))),
                        new Table(
                                "withheld",
                                "What is withheld",
                                "What the ladder would offer but must not, by action and therapy.",
                                suppression.ranked(withheld.rows(labels::offer, key -> ""))),
                        new Table(
                                "obstacle",
                                "Why it is withheld",
                                "Patients from whom something is withheld for a reason of this kind.",
                                suppression.ranked(obstacles.rows(
                                        key -> key.toLowerCase(Locale.ROOT).replace('_', ' '), key -> ""))),
                        new Table(
                                "question",
                                "What is not known",
                                "Questions whose answers would make a report firmer.",
                                suppression.ranked(plain(questions))),
                        new Table(
                                "not-used",
                                "What of their records was not used",
                                "Patients by type of resource, if the input was an export of records. The results say what"
                                        + " it was, and why.",
                                suppression.ranked(plain(notUsed)))));
    }

    private static List<Row> plain(Counter counter) {
        return counter.rows(key -> key, key -> "");
    }

    private List<Row> lineRows() {
        return Arrays.stream(Line.values())
                .map(line -> new Row(line.name(), labels.line(line), "", lines.of(line.name())))
                .toList();
    }

    private List<Row> stepRows(List<Row> byLine, Suppression suppression) {
        List<Row> rows = new ArrayList<>();
        for (Row line : byLine) {
            List<Row> ofLine = steps.keys()
                    .filter(key -> first(key).equals(line.key()))
                    .map(key -> new Row(
                            key,
                            line.label() + ", step " + last(key),
                            labels.step(first(key), last(key)),
                            steps.of(key)))
                    .toList();
            rows.addAll(line.isTold() ? suppression.parts(ofLine) : suppression.hidden(ofLine));
        }
        return rows;
    }

    private List<Row> statusRows() {
        return List.of(
                new Row(
                        Status.SUSPECTED.name(),
                        "SPS is suspected and not settled",
                        "",
                        undiagnosed.of(Status.SUSPECTED.name())),
                new Row(
                        Status.UNKNOWN.name(),
                        "Nobody has spoken of SPS, and the report asks for it",
                        "",
                        undiagnosed.of(Status.UNKNOWN.name())));
    }

    private List<Row> testRows() {
        return tests.rows(test -> "To have now: " + labels.concept(test), test -> "").stream()
                .map(row -> new Row(Suspicion.TEST + BETWEEN + row.key(), row.label(), row.note(), row.cases()))
                .toList();
    }

    private List<Row> levelRows() {
        return Arrays.stream(Report.Alert.Level.values())
                .map(level -> new Row(
                        level.name(),
                        "At least one of level " + level.name().toLowerCase(Locale.ROOT),
                        "",
                        levels.of(level.name())))
                .toList();
    }

    private static String first(String key) {
        return key.substring(0, key.indexOf(BETWEEN));
    }

    private static String last(String key) {
        return key.substring(key.indexOf(BETWEEN) + BETWEEN.length());
    }
}
