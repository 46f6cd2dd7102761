package org.spsrules.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spsrules.pages.report.ReportView.Item;
import org.spsrules.pages.report.ReportView.Line;
import org.spsrules.pages.report.ReportView.Section;
import org.spsrules.pages.report.ReportView.Single;
import org.spsrules.workbench.Colours.Tone;

/** Gathers a report for a page in a browser. For one report; not safe for use by several threads. */
final class HtmlSheet implements Sheet {

    private static final Pattern CAPITALS = Pattern.compile("\\b[A-Z]{2,}\\b");
    private static final Map<String, String> MARKS =
            Map.of("!!", "Critical", "!", "Warning", "i", "Information", "x", "Withheld", "?", "Ask", "-", "");
    private static final Map<String, String> TONES =
            Map.of("!!", "critical", "!", "warning", "i", "information", "x", "warning");

    private final List<String> head = new ArrayList<>();
    private final List<Line> facts = new ArrayList<>();
    private final List<Section> sections = new ArrayList<>();
    private final boolean titled;
    private String title = "";

    private HtmlSheet(boolean titled) {
        this.titled = titled;
    }

    /** A sheet whose first paragraph is the title of the whole. */
    static HtmlSheet titled() {
        return new HtmlSheet(true);
    }

    /** A sheet that has no title. */
    static HtmlSheet untitled() {
        return new HtmlSheet(false);
    }

    @Override
    public void gap() {}

    @Override
    public void paragraph(Tone tone, String paragraph) {
        boolean heading = tone != Tone.NORMAL && tone != Tone.FAINT;
        if (title.isEmpty() && titled) {
            title = heading ? sentence(paragraph) : paragraph;
        } else if (heading) {
            sections.add(new Section(sentence(paragraph), toneOf(tone), new ArrayList<>()));
        } else if (sections.isEmpty()) {
            head.add(paragraph);
        } else {
            sections.add(new Section("", "", new ArrayList<>()));
            more(tone, paragraph);
        }
    }

    private static String toneOf(Tone tone) {
        return tone == Tone.ALARM ? "critical" : tone == Tone.WARNING ? "warning" : "";
    }

    /** Headings in capitals are for terminals. */
    private static String sentence(String heading) {
        String lower = CAPITALS.matcher(heading)
                .replaceAll(word -> Matcher.quoteReplacement(word.group().toLowerCase(Locale.ROOT)));
        boolean capitals = CAPITALS.matcher(heading).lookingAt();
        return capitals ? ItemWords.capitalised(lower) : heading;
    }

    @Override
    public void item(String mark, Tone tone, String text) {
        section()
                .items()
                .add(new Item(
                        MARKS.getOrDefault(mark, mark),
                        TONES.getOrDefault(mark, ""),
                        tone != Tone.NORMAL,
                        text,
                        new ArrayList<>()));
    }

    @Override
    public void more(Tone tone, String more) {
        line(new Line("", more));
    }

    @Override
    public void labelled(String label, String more) {
        line(new Line(label, more));
    }

    @Override
    public void field(int indent, String label, String value) {
        if (sections.isEmpty()) {
            facts.add(new Line(label, value));
        } else {
            line(new Line(label, value));
        }
    }

    private void line(Line line) {
        List<Item> items = section().items();
        if (items.isEmpty()) {
            items.add(new Item("", "", false, "", new ArrayList<>()));
        }
        items.get(items.size() - 1).lines().add(line);
    }

    private Section section() {
        if (sections.isEmpty()) {
            sections.add(new Section("", "", new ArrayList<>()));
        }
        return sections.get(sections.size() - 1);
    }

    /** The parts that were gathered. */
    List<Section> sections() {
        return List.copyOf(sections);
    }

    /** What was gathered, with these pictures, and with what it rests on. */
    Single report(List<String> pictures, List<Section> foundations) {
        return new Single(title, List.copyOf(head), List.copyOf(facts), pictures, sections(), foundations);
    }
}
