package org.spsrules.cohort;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.spsrules.Line;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Diagnosis.Status;
import org.spsrules.Report;
import org.spsrules.Report.Section;
import org.spsrules.vocabulary.Vocabulary;

/**
 * A report in short: what is needed to count patients and to find them. Patient data.
 *
 * @param at where the case stands, {@code cases.ndjson:12}
 * @param id what its owner calls the case
 * @param asOf the day to which it refers
 * @param diagnosis how certain SPS is
 * @param mayBeUndiagnosed whether SPS may be there and nobody has settled it
 * @param line the reported line of the ladder
 * @param step the step of that line
 * @param lineInForce the highest line that the treatments have entered
 * @param nextLine the highest line among the ladder therapies recommended now
 * @param reason why there is no line, or escalation is suspended
 * @param alerts every alert, most urgent first
 * @param recommendations what to do, most urgent first
 * @param withheld what the ladder would offer but must not
 * @param questions what is not known and would make the report firmer
 * @param notUsed what of a record was not used, or not as it stands
 */
public record Result(
        String at,
        @Nullable String id,
        LocalDate asOf,
        Status diagnosis,
        boolean mayBeUndiagnosed,
        Line line,
        @Nullable String step,
        Line lineInForce,
        Line nextLine,
        List<String> reason,
        List<Alert> alerts,
        List<Advice> recommendations,
        List<Withheld> withheld,
        List<String> questions,
        List<NotUsed> notUsed) {

    /** Copies the lists; one that the file leaves out is empty. */
    public Result {
        reason = copy(reason);
        alerts = copy(alerts);
        recommendations = copy(recommendations);
        withheld = copy(withheld);
        questions = copy(questions);
        notUsed = copy(notUsed);
    }

    private static <T> List<T> copy(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    /**
     * An alert.
     *
     * @param level how urgent it is
     * @param rule the rule that raised it
     * @param subject code of what it is about, if it is about one thing
     * @param section the part of the report to which it belongs
     * @param acknowledged whether a clinician has acknowledged it
     */
    public record Alert(
            Report.Alert.Level level, String rule, @Nullable String subject, Section section, boolean acknowledged) {

        private static Alert of(Report.Alert alert) {
            return new Alert(
                    alert.level(),
                    alert.basis().ruleId(),
                    code(alert.subject()),
                    alert.basis().section(),
                    alert.acknowledged());
        }
    }

    /**
     * A recommendation.
     *
     * @param action a verb, for example {@code start}
     * @param rule the rule that gives it
     * @param subject code of what it is done to
     * @param section the part of the report to which it belongs
     */
    public record Advice(
            String action, String rule, @Nullable String subject, Section section) {

        /** A recommendation, and those of other rules that recommend the same. */
        private static Stream<Advice> of(Report.Recommendation advice) {
            return advice.bases()
                    .map(basis -> new Advice(advice.action(), basis.ruleId(), code(advice.subject()), basis.section()));
        }
    }

    /**
     * Something that is withheld.
     *
     * @param action a verb, for example {@code start}
     * @param rule the rule that would offer it
     * @param subject code of what would be begun
     * @param because everything that stands against it
     */
    public record Withheld(
            String action, String rule, @Nullable String subject, List<Obstacle> because) {

        private static Withheld of(Report.Withheld withheld) {
            return new Withheld(
                    withheld.action(),
                    withheld.basis().ruleId(),
                    code(withheld.subject()),
                    withheld.obstacles().stream()
                            .map(obstacle -> new Obstacle(obstacle.kind(), obstacle.about()))
                            .toList());
        }
    }

    /**
     * Something that stands against a therapy.
     *
     * @param kind of what sort it is
     * @param about the condition, allergy or finding
     */
    public record Obstacle(Report.Obstacle.Kind kind, String about) {}

    /**
     * Something in a record that was not used, or not as it stands.
     *
     * @param resource the resource, for example {@code Observation/12}, or the line; the first of them if there are several
     * @param what what it says
     * @param why why it was not used, and what would be right
     * @param count how many resources say the same
     */
    public record NotUsed(String resource, String what, String why, int count) {

        /** The type of the resource. */
        String type() {
            return resource.contains("/") ? resource.substring(0, resource.indexOf('/')) : resource;
        }
    }

    /** A report in short. */
    static Result of(
            String at,
            Optional<String> id,
            PatientCase patientCase,
            Report report,
            List<NotUsed> notUsed,
            Vocabulary vocabulary) {
        Report.Standing standing = report.standing();
        return new Result(
                at,
                id.orElse(null),
                report.asOf(),
                patientCase.diagnosis().status(),
                new Suspicion(vocabulary).of(patientCase, report),
                standing.line(),
                standing.step().orElse(null),
                standing.lineInForce(),
                standing.nextLine(),
                standing.reason(),
                report.everyAlert().map(Alert::of).toList(),
                report.recommendations().stream().flatMap(Advice::of).toList(),
                report.withheld().stream().map(Withheld::of).toList(),
                report.questions().stream().map(Report.Question::text).toList(),
                notUsed);
    }

    /** The result that stands on a line. */
    public static Result read(String line) {
        return Json.read(line, Result.class);
    }

    private static @Nullable String code(Optional<Report.Subject> subject) {
        return subject.map(Report.Subject::code).orElse(null);
    }

    /** Codes of the tests for SPS that are recommended now. */
    Stream<String> testsForSps() {
        return recommendations.stream()
                .filter(advice -> advice.action().equals(Suspicion.TEST))
                .flatMap(advice -> Stream.ofNullable(advice.subject()))
                .filter(Suspicion.TESTS::contains)
                .distinct();
    }

    /** Ids of the rules whose alerts or recommendations are corrections: the pitfalls that this patient is near. */
    Stream<String> pitfalls() {
        return Stream.concat(
                        alerts.stream()
                                .filter(alert -> alert.section() == Section.CORRECTION)
                                .map(Alert::rule),
                        recommendations.stream()
                                .filter(advice -> advice.section() == Section.CORRECTION)
                                .map(Advice::rule))
                .distinct();
    }

    /** The levels of the alerts that nobody has acknowledged. */
    Stream<Report.Alert.Level> openLevels() {
        return alerts.stream()
                .filter(alert -> !alert.acknowledged())
                .map(Alert::level)
                .distinct();
    }
}
