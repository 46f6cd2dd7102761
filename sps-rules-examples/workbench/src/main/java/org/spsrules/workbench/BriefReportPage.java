package org.spsrules.workbench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.spsrules.OpenQuestion;
import org.spsrules.Report;
import org.spsrules.Report.Alert;
import org.spsrules.Report.Obstacle;
import org.spsrules.Report.Obstacle.Kind;
import org.spsrules.Report.Recommendation;
import org.spsrules.Report.Section;
import org.spsrules.Report.Standing;
import org.spsrules.Report.Unlisted;
import org.spsrules.Report.Withheld;
import org.spsrules.internal.shape.CaseFields;
import org.spsrules.workbench.Colours.Tone;

/**
 * Writes of a report what is read in a minute, in the order of decision D-66. While something cannot wait, of what can no
 * more is said than its title. For one report; not safe for use by several threads.
 */
final class BriefReportPage {

    private static final int MOST_IN_HASTE = 3;
    private static final Set<Kind> PASSING = EnumSet.of(Kind.SUSPENDED, Kind.OUTRANKED);

    private final Report report;
    private final List<OpenQuestion> questions;
    private final Sheet page;
    private final BriefItems items;

    BriefReportPage(Report report, List<OpenQuestion> questions, Sheet page, BriefItems items) {
        this.report = report;
        this.questions = questions;
        this.page = page;
        this.items = items;
    }

    void write() {
        ReportHead.write(report, !report.isUrgent() && !items.areMany(), page);
        section(Tone.ALARM, "WHAT CANNOT WAIT", alerts(this::cannotWait), advice(this::cannotWait));
        unknownAndPlanned();
        section(Tone.WARNING, "SAFETY", alerts(this::isDanger), advice(Section.SAFETY));
        section(Tone.STRONG, "NEXT STEP", List.of(), advice(this::isNextStep));
        section(Tone.STRONG, "TO BE SAFE", alerts(this::isPrecaution), List.of());
        withheld();
        if (report.isUrgent()) {
            afterwards();
        } else {
            treatment();
            section(Tone.STRONG, "CORRECTIONS AND PITFALLS", alerts(Section.CORRECTION), advice(Section.CORRECTION));
            section(Tone.STRONG, "PSYCHIATRIC BRANCH", alerts(Section.PSYCHIATRIC), advice(Section.PSYCHIATRIC));
        }
        int most = report.isUrgent() || items.areMany() ? MOST_IN_HASTE : questions.size();
        new QuestionList(page).write(questions.stream().limit(most).toList());
        unlisted();
        ItemWords.unreadAndPerhapsMissed(report).ifPresent(this::closing);
        if (!report.isUrgent()) {
            routine();
        }
    }

    private boolean cannotWait(Alert alert) {
        return alert.level() == Alert.Level.CRITICAL || alert.basis().section() == Section.EMERGENCY;
    }

    /** In haste, what interrupts is not left to the titles at the end, wherever it belongs. */
    private boolean isDanger(Alert alert) {
        return !cannotWait(alert)
                && alert.interrupts()
                && (alert.basis().section() == Section.SAFETY || report.isUrgent());
    }

    private boolean isPrecaution(Alert alert) {
        return !report.isUrgent() && alert.basis().section() == Section.SAFETY && !alert.interrupts();
    }

    private boolean cannotWait(Recommendation item) {
        return item.basis().section() == Section.EMERGENCY;
    }

    private boolean isNextStep(Recommendation item) {
        return !cannotWait(item) && isStepOfHead(item);
    }

    private boolean isStepOfHead(Recommendation item) {
        Standing standing = report.standing();
        return item.position()
                .filter(position -> position.line() == standing.line()
                        && standing.step().filter(position.step()::equals).isPresent())
                .isPresent();
    }

    private List<Alert> alerts(Predicate<Alert> which) {
        return report.alerts().stream().filter(which).toList();
    }

    private List<Alert> alerts(Section section) {
        return alerts(alert -> !cannotWait(alert) && alert.basis().section() == section);
    }

    private List<Recommendation> advice(Predicate<Recommendation> which) {
        return report.recommendations().stream().filter(which).toList();
    }

    private List<Recommendation> advice(Section section) {
        return advice(item -> item.basis().section() == section && !isNextStep(item));
    }

    private void section(Tone tone, String heading, List<Alert> alerts, List<Recommendation> advice) {
        if (alerts.isEmpty() && advice.isEmpty()) {
            return;
        }
        heading(tone, heading);
        items.section(alerts, advice);
        items.alerts(alerts);
        alike(advice).forEach(same -> {
            Recommendation first = same.get(0);
            items.recommendation(same, cannotWait(first), isStepOfHead(first), ItemWords.conditions(report, first));
        });
    }

    /** The advice in its order, with what is said alike of several drugs together, where the first of it stands. */
    private Collection<List<Recommendation>> alike(List<Recommendation> advice) {
        return advice.stream()
                .collect(Collectors.groupingBy(this::exceptOfWhat, LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    /** All that is said of an item but which drug it is about; an item that says more of its drug is like no other. */
    private List<?> exceptOfWhat(Recommendation item) {
        return item.likewise().isEmpty()
                        && item.cautions().isEmpty()
                        && item.notes().isEmpty()
                ? List.of(
                        item.title(),
                        item.reason(),
                        item.how(),
                        item.first(),
                        item.dosing(),
                        isStepOfHead(item),
                        ItemWords.conditions(report, item))
                : List.of(item);
    }

    private void heading(Tone tone, String heading) {
        page.gap();
        page.paragraph(tone, heading);
    }

    private void treatment() {
        boolean none = report.recommendations().isEmpty();
        String heading = advice(this::isNextStep).isEmpty() ? "WHAT TO DO" : "OTHER CHANGES";
        section(Tone.STRONG, heading, alerts(Section.TREATMENT), advice(Section.TREATMENT));
        if (none) {
            heading(Tone.STRONG, "WHAT TO DO");
            page.more(Tone.NORMAL, "No rule recommends anything for this case.");
        }
    }

    /** What is kept back; what reads alike is read once. */
    private void withheld() {
        Map<List<String>, List<Withheld>> alike = new LinkedHashMap<>();
        report.withheld()
                .forEach(item -> alike.computeIfAbsent(
                                reasons(item).stream()
                                        .map(reason -> ItemWords.obstacle(reason, item.subject()))
                                        .toList(),
                                words -> new ArrayList<>())
                        .add(item));
        if (!alike.isEmpty()) {
            heading(Tone.STRONG, "WITHHELD: not to be begun or increased");
            alike.values()
                    .forEach(same -> items.withheld(
                            same, reasons(same.get(0)), report.standing().reason()));
        }
    }

    /**
     * What stands against an item; what would only hold it back for now is left out where something forbids it, and so is
     * what only says that another item of the page comes first, if something is left.
     */
    private List<Obstacle> reasons(Withheld item) {
        return less(
                less(item.obstacles(), obstacle -> PASSING.contains(obstacle.kind())),
                obstacle -> report.recommendations().stream()
                        .anyMatch(first -> obstacle.reason().equals(first.title() + ".")));
    }

    private static List<Obstacle> less(List<Obstacle> all, Predicate<Obstacle> dispensable) {
        List<Obstacle> others = all.stream().filter(dispensable.negate()).toList();
        return others.isEmpty() ? all : others;
    }

    /** The titles of all that can wait until somebody has time for it. */
    private void afterwards() {
        Set<Section> waiting = Set.of(Section.TREATMENT, Section.CORRECTION, Section.PSYCHIATRIC, Section.ROUTINE);
        List<Recommendation> advice =
                advice(item -> waiting.contains(item.basis().section()) && !isNextStep(item));
        List<Alert> alerts = alerts(alert -> !cannotWait(alert) && !alert.interrupts());
        if (!advice.isEmpty() || !alerts.isEmpty()) {
            heading(Tone.STRONG, "AS SOON AS THERE IS TIME (--verbose says more)");
            items.titles(alerts, advice);
        }
    }

    /** Of what is about to be begun and means nothing here, no danger would be told. */
    private void unknownAndPlanned() {
        List<String> names = report.unlisted().stream()
                .filter(BriefReportPage::isUnknownAndPlanned)
                .map(Unlisted::name)
                .distinct()
                .toList();
        if (!names.isEmpty()) {
            heading(Tone.WARNING, "WHAT CANNOT BE JUDGED");
            page.alert(
                    Alert.Level.WARNING,
                    "Planned, and not known here: " + String.join(", ", names)
                            + ". No danger of it is told; look it up before it is begun");
        }
    }

    private static boolean isUnknownAndPlanned(Unlisted term) {
        return term.field().startsWith(CaseFields.PLANS.name()) && term.readAs().isEmpty();
    }

    private void unlisted() {
        List<Unlisted> terms = report.unlisted().stream()
                .filter(term -> !isUnknownAndPlanned(term))
                .toList();
        if (!terms.isEmpty()) {
            heading(Tone.STRONG, "NOT IN THE VOCABULARY");
            ItemWords.unlisted(terms).forEach(line -> page.item("-", Tone.NORMAL, line));
        }
    }

    private void closing(String sentence) {
        page.gap();
        page.paragraph(Tone.NORMAL, sentence);
    }

    /** Routine care; of which only the titles are read where there is much else. */
    private void routine() {
        List<Alert> alerts = alerts(Section.ROUTINE);
        List<Recommendation> advice = advice(Section.ROUTINE);
        if (alerts.isEmpty() && advice.isEmpty()) {
            return;
        }
        if (items.areMany()) {
            heading(Tone.STRONG, "ROUTINE CARE (--verbose says more)");
            items.titles(alerts, advice);
        } else {
            heading(Tone.STRONG, "ROUTINE CARE");
            alerts.forEach(items::routine);
            advice.forEach(items::routine);
        }
    }
}
