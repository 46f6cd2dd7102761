package org.spsrules.workbench;

import static org.spsrules.workbench.Page.ITEM_INDENT;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.spsrules.OpenQuestion;
import org.spsrules.Report;
import org.spsrules.Report.Alert;
import org.spsrules.Report.Basis;
import org.spsrules.Report.Citation;
import org.spsrules.Report.Dosing;
import org.spsrules.Report.Likewise;
import org.spsrules.Report.Obstacle;
import org.spsrules.Report.Position;
import org.spsrules.Report.Question;
import org.spsrules.Report.Recommendation;
import org.spsrules.Report.Subject;
import org.spsrules.Report.Withheld;
import org.spsrules.workbench.Colours.Tone;

/** Writes all that a report says, most urgent first. For one report; not safe for use by several threads. */
final class FullReportPage {

    private static final String WHAT_TO_DO = "WHAT TO DO";

    private final Report report;
    private final List<OpenQuestion> questions;
    private final Sheet page;
    private final EvidenceText grounds;
    private int number;

    FullReportPage(Report report, List<OpenQuestion> questions, Sheet page, EvidenceText grounds) {
        this.report = report;
        this.questions = questions;
        this.page = page;
        this.grounds = grounds;
    }

    void write() {
        ReportHead.write(report, true, page);
        section(Tone.ALARM, "CRITICAL", alerts(Alert.Level.CRITICAL), alert -> alert(alert, "!!", Tone.ALARM));
        section(Tone.WARNING, "WARNING", alerts(Alert.Level.WARNING), alert -> alert(alert, "!", Tone.WARNING));
        recommendations();
        section(Tone.STRONG, "WITHHELD: not to be begun or increased", report.withheld(), this::withheld);
        section(Tone.STRONG, "GOOD TO KNOW", alerts(Alert.Level.INFORMATION), alert -> alert(alert, "i", Tone.NORMAL));
        new QuestionList(page).write(questions);
        list("NOT IN THE VOCABULARY", ItemWords.unlisted(report.unlisted()), this::unlisted);
        list("NOT KNOWN: taken for granted until it is", notAskedYet(), this::question);
        list("ASSUMED: nothing in the case says otherwise", assumptions(), this::assumption);
        ItemWords.unread(report).ifPresent(sentence -> {
            page.gap();
            page.paragraph(Tone.NORMAL, sentence);
        });
    }

    private void unlisted(String line) {
        page.item("-", Tone.NORMAL, line);
    }

    /** Items under a heading, set apart from each other; nothing if there are none. */
    private <T> void section(Tone tone, String heading, List<T> items, Consumer<T> writing) {
        list(tone, heading, items, item -> {
            if (item != items.get(0)) {
                page.gap();
            }
            writing.accept(item);
        });
    }

    /** Short items under a heading; nothing if there are none. */
    private <T> void list(String heading, List<T> items, Consumer<T> writing) {
        list(Tone.STRONG, heading, items, writing);
    }

    private <T> void list(Tone tone, String heading, List<T> items, Consumer<T> writing) {
        if (!items.isEmpty()) {
            page.gap();
            page.paragraph(tone, heading);
            items.forEach(writing);
        }
    }

    private List<Alert> alerts(Alert.Level level) {
        return report.alerts().stream().filter(alert -> alert.level() == level).toList();
    }

    private void alert(Alert alert, String mark, Tone tone) {
        page.item(mark, tone, ItemWords.title(alert, subject -> true));
        alert.how().ifPresent(how -> page.field(ITEM_INDENT, "Do", how));
        alert.reason().ifPresent(reason -> page.field(ITEM_INDENT, "Why", reason));
        alert.obstacles().forEach(obstacle -> obstacle(obstacle, alert.subject()));
        forPatient(alert.forPatient());
        grounds.write(alert.basis(), alert.subject());
        Set<String> said = new TreeSet<>(Set.of(alert.basis().ruleId()));
        for (Alert other : alert.likewise()) {
            if (said.add(other.basis().ruleId())) {
                likewise(other);
            }
        }
    }

    private void likewise(Alert other) {
        String text = Stream.of(Optional.of(other.title() + "."), other.how(), other.reason())
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
        page.field(ITEM_INDENT, "Also", text);
        other.obstacles().forEach(obstacle -> obstacle(obstacle, other.subject()));
        forPatient(other.forPatient());
        grounds.write(other.basis(), other.subject());
    }

    /** Ids of statements, to end a sentence with. */
    private String cited(List<Citation> citations) {
        return citations.isEmpty() ? "" : " " + grounds.ids(citations);
    }

    private void recommendations() {
        section(Tone.STRONG, WHAT_TO_DO, report.recommendations(), this::recommendation);
        if (report.recommendations().isEmpty()) {
            list(WHAT_TO_DO, List.of("No rule recommends anything for this case."), this::remark);
        }
    }

    private void remark(String remark) {
        page.more(Tone.NORMAL, remark);
    }

    private void recommendation(Recommendation item) {
        number++;
        page.item(number + ".", Tone.STRONG, item.title());
        item.subject()
                .ifPresent(subject -> page.field(ITEM_INDENT, ItemWords.capitalised(item.action()), subject.name()));
        item.position().ifPresent(this::position);
        List<String> conditions = ItemWords.conditions(report, item);
        if (!conditions.isEmpty()) {
            page.field(ITEM_INDENT, "If", String.join("; ", conditions));
        }
        if (!item.first().isEmpty()) {
            page.field(
                    ITEM_INDENT,
                    "First",
                    item.first().stream().map(Subject::name).collect(Collectors.joining("; ")));
        }
        item.how().ifPresent(how -> page.field(ITEM_INDENT, "How", how));
        dosing(item.dosing());
        item.reason().ifPresent(reason -> page.field(ITEM_INDENT, "Why", reason));
        item.likewise().forEach(this::likewise);
        item.cautions().forEach(caution -> obstacle(caution, item.subject()));
        item.notes().forEach(note -> page.field(ITEM_INDENT, "Note", note.text() + cited(note.citations())));
        forPatient(item.forPatient());
        grounds.write(item.basis(), item.subject());
    }

    private void dosing(Dosing dosing) {
        dosing.withheld().ifPresent(why -> page.field(ITEM_INDENT, "Dose", why));
        for (Dosing.Figure figure : dosing.figures()) {
            page.field(
                    ITEM_INDENT,
                    "Dose",
                    ItemWords.role(figure.role())
                            + figure.text()
                            + (figure.verified() ? "" : " (unverified)")
                            + cited(figure.citations()));
            grounds.readings(figure.readings());
        }
    }

    private void likewise(Likewise other) {
        String text =
                Stream.of(other.reason(), other.how()).flatMap(Optional::stream).collect(Collectors.joining(" "));
        page.field(
                ITEM_INDENT,
                "Also",
                (text.isEmpty() ? other.title() : text) + cited(other.basis().citations()));
    }

    private void forPatient(Optional<String> words) {
        words.ifPresent(text -> page.field(ITEM_INDENT, "For the patient", text));
    }

    private void position(Position position) {
        page.field(ITEM_INDENT, "Ladder", ItemWords.place(position));
        position.differ().ifPresent(differ -> page.field(ITEM_INDENT, "Sources", "differ: " + differ));
    }

    /** Does not repeat the rule's title, which would read like advice to begin. */
    private void withheld(Withheld item) {
        page.item(
                "x",
                Tone.STRONG,
                item.action()
                        + item.subject().map(subject -> " " + subject.name()).orElse(""));
        item.obstacles().forEach(obstacle -> obstacle(obstacle, item.subject()));
        item.position().ifPresent(this::position);
        grounds.write(item.basis(), item.subject());
    }

    private void obstacle(Obstacle obstacle, Optional<Subject> against) {
        page.field(
                ITEM_INDENT,
                ItemWords.label(obstacle.kind()),
                ItemWords.obstacle(obstacle, against) + cited(obstacle.citations()));
        grounds.readings(obstacle.readings());
    }

    /** What was taken for granted, without the questions that come first. */
    private List<Question> notAskedYet() {
        List<String> asked = questions.stream().map(OpenQuestion::text).toList();
        return report.questions().stream()
                .filter(question -> !asked.contains(question.text()))
                .toList();
    }

    private void question(Question question) {
        page.item("?", Tone.NORMAL, question.text() + items(Set.copyOf(question.rules())));
    }

    private List<Map.Entry<String, Set<String>>> assumptions() {
        Map<String, Set<String>> rules = new LinkedHashMap<>();
        for (Recommendation item : report.recommendations()) {
            Basis basis = item.basis();
            basis.assumed()
                    .forEach(assumption -> rules.computeIfAbsent(assumption, key -> new TreeSet<>())
                            .add(basis.ruleId()));
        }
        return List.copyOf(rules.entrySet());
    }

    private void assumption(Map.Entry<String, Set<String>> assumption) {
        page.item("-", Tone.NORMAL, assumption.getKey() + items(assumption.getValue()));
    }

    /** The numbers of the recommendations that these rules made. */
    private String items(Set<String> rules) {
        List<Recommendation> all = report.recommendations();
        String numbers = IntStream.range(0, all.size())
                .filter(index -> rules.contains(all.get(index).basis().ruleId()))
                .mapToObj(index -> String.valueOf(index + 1))
                .collect(Collectors.joining(", "));
        return numbers.isEmpty() ? "" : " (for " + numbers + ")";
    }
}
