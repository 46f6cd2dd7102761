package org.spsrules.io;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spsrules.Line;
import org.spsrules.Report;
import org.spsrules.Report.Alert;
import org.spsrules.Report.Basis;
import org.spsrules.Report.Citation;
import org.spsrules.Report.Dosing;
import org.spsrules.Report.KnowledgeStamp;
import org.spsrules.Report.Likewise;
import org.spsrules.Report.Note;
import org.spsrules.Report.Obstacle;
import org.spsrules.Report.Position;
import org.spsrules.Report.Question;
import org.spsrules.Report.Reading;
import org.spsrules.Report.Recommendation;
import org.spsrules.Report.Standing;
import org.spsrules.Report.Subject;
import org.spsrules.Report.Unlisted;
import org.spsrules.Report.Withheld;

/** Reports for tests: one with everything in it, one with as little as there can be. */
final class SampleReports {

    private SampleReports() {}

    static Report full(Map<String, String> numbered) {
        Citation citation = new Citation("DO-02", "Diazepam relieves spasms", true, List.of(), "not reviewed");
        Reading reading = new Reading(
                "label-diazepam",
                "Label of diazepam.",
                "label-copy",
                Optional.of("2023-02"),
                "Contraindications",
                LocalDate.of(2026, 11, 29),
                "https://example.org");
        Subject diazepam = new Subject(
                "diazepam",
                "Diazepam",
                List.of(new Report.Code(
                        "http://www.nlm.nih.gov/research/umls/rxnorm", "3322", Optional.of("Diazepam"))));
        Basis basis = new Basis(
                Report.Section.TREATMENT,
                "first-line/start-diazepam",
                "none",
                List.of(citation),
                List.of("label", "review"),
                List.of("SPS confirmed"),
                List.of("diazepam not already tried"),
                List.of("sleep apnoea"),
                List.of(diazepam));
        Position position = new Position(Line.FIRST, "1", numbered, Optional.of("LW counts it as the second step"));
        Obstacle obstacle = new Obstacle(
                Obstacle.Kind.SPECIALIST_DECISION,
                "sleep-apnoea",
                "It depresses breathing.",
                true,
                List.of(reading),
                List.of(citation));
        Alert alone = new Alert(
                Alert.Level.WARNING,
                "Review diazepam",
                Optional.of(diazepam),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                false,
                false,
                basis,
                List.of());
        return new Report(
                LocalDate.of(2014, 1, 15),
                Optional.of("A title"),
                Optional.of("Example 2014"),
                new Standing(
                        Line.FIRST, Optional.of("1"), Line.NONE, Line.SECOND, numbered, List.of("Nothing was tried")),
                List.of(new Alert(
                        Alert.Level.CRITICAL,
                        "Do not stop diazepam abruptly",
                        Optional.of(diazepam),
                        Optional.of("Withdrawal"),
                        Optional.of("Taper"),
                        Optional.of("Do not stop it yourself."),
                        List.of(obstacle),
                        true,
                        true,
                        basis,
                        List.of(alone))),
                List.of(new Recommendation(
                        "Start diazepam",
                        "start",
                        Optional.of(diazepam),
                        Optional.of(position),
                        Optional.of("Relieves spasms"),
                        Optional.of("Slowly"),
                        Optional.of("Take it every day."),
                        List.of(diazepam),
                        List.of(obstacle),
                        new Dosing(
                                List.of(new Dosing.Figure(
                                        Dosing.Role.START,
                                        new BigDecimal("2.5"),
                                        BigDecimal.TEN,
                                        "mg/day",
                                        "2.5 to 10 mg a day",
                                        false,
                                        List.of(reading),
                                        List.of(citation))),
                                Optional.of("Not known")),
                        List.of(new Note("It is a controlled drug.", List.of(citation))),
                        basis,
                        List.of(new Likewise("Retry diazepam", Optional.of("Why"), Optional.of("How"), basis)))),
                List.of(new Withheld(
                        "Start diazepam",
                        "start",
                        Optional.of(diazepam),
                        Optional.of(position),
                        List.of(obstacle),
                        basis)),
                List.of(new Question("Is the list of conditions complete?", List.of("first-line/start-diazepam"))),
                List.of(
                        new Report.Unread("conditions.present", "gout"),
                        new Report.Unread("symptoms.present", "limping", Optional.of("Part of the picture."), true)),
                List.of("first-line/start-diazepam"),
                List.of(new Note("Not clinically reviewed", List.of(citation))),
                List.of(new Unlisted("treatments.given.therapy", "hydrocodone", List.of(diazepam))),
                new KnowledgeStamp("1", "abc", 3));
    }

    static Report full() {
        return full(Map.of("DO", "1", "LW", "2"));
    }

    static Report least() {
        return new Report(
                LocalDate.of(2014, 1, 15),
                Optional.empty(),
                Optional.empty(),
                new Standing(Line.NONE, Optional.empty(), Line.NONE, Line.NONE, Map.of(), List.of()),
                List.of(new Alert(
                        Alert.Level.INFORMATION,
                        "A title",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        false,
                        false,
                        new Basis(
                                Report.Section.ROUTINE,
                                "a/b",
                                "none",
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of()),
                        List.of())),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new KnowledgeStamp("1", "abc", 0));
    }

    /** A map whose order is that of the entries. */
    static Map<String, String> inOrder(String firstKey, String firstValue, String secondKey, String secondValue) {
        Map<String, String> map = new LinkedHashMap<>();
        map.put(firstKey, firstValue);
        map.put(secondKey, secondValue);
        return map;
    }
}
