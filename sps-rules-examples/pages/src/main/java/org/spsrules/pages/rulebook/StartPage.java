package org.spsrules.pages.rulebook;

import java.util.List;
import java.util.Locale;
import org.spsrules.internal.knowledge.LadderStep;
import org.spsrules.internal.rule.Rule;
import org.spsrules.internal.rule.Verb;
import org.spsrules.pages.ladder.LadderPicture;
import org.spsrules.pages.ladder.LadderPicture.Format;
import org.spsrules.pages.rulebook.RuleView.Labelled;
import org.spsrules.pages.rulebook.StartView.Part;
import org.spsrules.pages.rulebook.StartView.Step;

/** The start page: the ladder as a picture and as text, and the way to everything else. */
final class StartPage {

    private final Book book;
    private final Links links;

    StartPage(Book book, Links links) {
        this.book = book;
        this.links = links;
    }

    StartView view(List<Part> parts) {
        LadderPicture picture = LadderPicture.of(book.knowledge).linkedTo("");
        return new StartView(
                picture.svg(Format.WIDE),
                picture.svg(Format.NARROW),
                book.knowledge.ladder().stream().map(this::step).toList(),
                parts);
    }

    private Step step(LadderStep step) {
        String line = step.line().name().toLowerCase(Locale.ROOT);
        RuleLists lists = new RuleLists(book, links);
        return new Step(
                step.code(),
                line,
                line.substring(0, 1).toUpperCase(Locale.ROOT) + line.substring(1) + " line, "
                        + (step.step().length() > 2 ? step.step() : "step " + step.step()) + ": " + step.title(),
                step.therapies().stream().map(code -> book.concept(code, links)).toList(),
                step.numbered().entrySet().stream()
                        .map(entry -> new Labelled(entry.getKey(), entry.getValue()))
                        .toList(),
                step.differ(),
                book.speaking().stream()
                        .filter(rule -> isOfferOf(step, rule))
                        .map(rule -> lists.brief(rule, false))
                        .toList(),
                book.cited(step.sources(), links));
    }

    private static boolean isOfferOf(LadderStep step, Rule rule) {
        return rule.then().verb().role() == Verb.Role.EXPOSURE
                && rule.then().objects().stream()
                        .flatMap(object -> object.text().stream())
                        .anyMatch(step.therapies()::contains);
    }
}
