package org.spsrules.authoring.scenario;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.spsrules.Report;
import org.spsrules.Report.Dosing;
import org.spsrules.Report.Likewise;
import org.spsrules.Report.Note;
import org.spsrules.Report.Obstacle;
import org.spsrules.Report.Subject;

/** Collects every text that a report shows a clinician. */
public final class ReportTexts {

    private final Set<String> texts = new LinkedHashSet<>();

    private ReportTexts() {}

    /** All of them, in the order of the report. */
    public static Set<String> of(Report report) {
        ReportTexts collected = new ReportTexts();
        collected.texts.addAll(report.standing().reason());
        report.everyAlert().forEach(alert -> {
            collected.add(alert.title(), alert.reason(), alert.how());
            alert.forPatient().ifPresent(collected.texts::add);
            collected.addObstacles(alert.obstacles());
        });
        report.recommendations().forEach(item -> {
            collected.add(item.title(), item.reason(), item.how());
            item.forPatient().ifPresent(collected.texts::add);
            item.first().stream().map(Subject::name).forEach(collected.texts::add);
            collected.addObstacles(item.cautions());
            item.dosing().withheld().ifPresent(collected.texts::add);
            item.dosing().figures().stream().map(Dosing.Figure::text).forEach(collected.texts::add);
            item.notes().stream().map(Note::text).forEach(collected.texts::add);
            for (Likewise other : item.likewise()) {
                collected.add(other.title(), other.reason(), other.how());
            }
        });
        report.withheld().forEach(item -> collected.addObstacles(item.obstacles()));
        return collected.texts;
    }

    private void add(String title, Optional<String> reason, Optional<String> how) {
        texts.add(title);
        reason.ifPresent(texts::add);
        how.ifPresent(texts::add);
    }

    private void addObstacles(List<Obstacle> obstacles) {
        obstacles.stream().map(Obstacle::reason).forEach(texts::add);
    }
}
