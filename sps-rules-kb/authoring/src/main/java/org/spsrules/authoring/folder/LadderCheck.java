package org.spsrules.authoring.folder;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.spsrules.Problem.Position;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.diagnostic.LintCode;
import org.spsrules.authoring.folder.LadderRow.Skipped;
import org.spsrules.authoring.folder.LadderRow.StillOpen;
import org.spsrules.internal.knowledge.LadderStep;
import org.spsrules.internal.spelling.Suggestion;
import org.spsrules.vocabulary.Concept;
import org.spsrules.vocabulary.Concept.Kind;
import org.spsrules.vocabulary.Vocabulary;

/** Checks that a row of the ladder names what exists, and says whatever the rules about steps need to be told. */
final class LadderCheck {

    private static final Set<Kind> THERAPIES = EnumSet.copyOf(Vocabulary.therapies());

    private final Vocabulary vocabulary;
    private final List<Placed<LadderRow>> ladder;
    private final Existing statements;
    private final Existing grades;
    private final Diagnostics diagnostics;

    LadderCheck(
            Vocabulary vocabulary,
            List<Placed<LadderRow>> ladder,
            Existing statements,
            Existing grades,
            Diagnostics diagnostics) {
        this.vocabulary = vocabulary;
        this.ladder = ladder;
        this.statements = statements;
        this.grades = grades;
        this.diagnostics = diagnostics;
    }

    void run() {
        ladder.forEach(this::check);
    }

    private void check(Placed<LadderRow> placed) {
        LadderRow row = placed.value();
        LadderStep.Gate gate = row.step().gate();
        place(placed, row.after(), gate);
        named(placed, "once-closed", gate.onceClosed(), THERAPIES);
        named(placed, "once-impossible", gate.onceImpossible().stream().toList(), THERAPIES);
        named(
                placed,
                "once-disabling-and-fit",
                gate.onceDisablingAndFit().stream().toList(),
                EnumSet.of(Kind.CONDITION));
        named(placed, "closed-by", row.closedBy(), THERAPIES);
        named(placed, "closed-with-class", row.closedWithClass().stream().toList(), EnumSet.of(Kind.THERAPY_CLASS));
        named(placed, "fails-with", row.failsWith(), THERAPIES);
        named(placed, "line-entered-by", row.step().lineEnteredBy(), THERAPIES);
        row.passedBy()
                .filter(line -> line.compareTo(row.step().line()) <= 0)
                .ifPresent(line -> fail(
                        placed,
                        "passed-by",
                        "a step of the " + row.step().line() + " line is passed by a later line, not by " + line));
        row.skipped().forEach(skipped -> skipped(placed, skipped));
        row.stillOpen().forEach(open -> stillOpen(placed, open));
    }

    private void place(Placed<LadderRow> placed, Optional<String> after, LadderStep.Gate gate) {
        boolean more = !gate.onceClosed().isEmpty()
                || gate.onceImpossible().isPresent()
                || gate.onceDisablingAndFit().isPresent();
        if (gate.anyTime() && (after.isPresent() || gate.beside().isPresent())
                || after.isPresent() && gate.beside().isPresent()) {
            fail(placed, "", "a step comes after another one, or beside it, or at any time; write one of the three");
        } else if (gate.beside().isPresent() && !more) {
            fail(placed, "beside", "say what else it takes: once-closed, once-impossible or once-disabling-and-fit");
        } else if (gate.beside().isEmpty() && more) {
            fail(placed, "", "what is said with once belongs to a step that is beside another one");
        }
        gate.beside().ifPresent(beside -> inOrder(placed, "beside", beside));
        after.filter(this::isStep).ifPresent(earlier -> inOrder(placed, "after", earlier));
    }

    private boolean isStep(String code) {
        return ladder.stream().anyMatch(other -> other.value().code().equals(code));
    }

    private void inOrder(Placed<LadderRow> placed, String field, String code) {
        if (!isStep(code)) {
            Set<String> codes =
                    ladder.stream().map(other -> other.value().code()).collect(Collectors.toSet());
            placed.at(placed.value().placeOf(field))
                    .names(new Existing("step", LintCode.UNKNOWN_CONCEPT, codes), List.of(code), diagnostics);
        } else if (ladder.stream()
                .filter(other -> other.value().code().equals(code))
                .noneMatch(other -> other.value().step().isInOrder())) {
            fail(placed, field, code + " has no place in the order of the ladder; name a step that has one");
        }
    }

    private void skipped(Placed<LadderRow> placed, Skipped skipped) {
        LadderRow row = placed.value();
        if (!row.step().therapies().contains(skipped.before())) {
            fail(
                    placed,
                    skipped.position(),
                    "before: " + skipped.before() + " is not a therapy of " + row.code() + "; it has "
                            + String.join(", ", row.step().therapies())
                            + Suggestion.didYouMean(skipped.before(), row.step().therapies()));
        }
        named(placed, skipped.position(), skipped.alsoFor().stream().toList(), EnumSet.of(Kind.CONDITION));
        placed.at(skipped.position()).names(statements, skipped.sources(), diagnostics);
    }

    private void stillOpen(Placed<LadderRow> placed, StillOpen open) {
        named(placed, open.position(), List.of(open.about()), THERAPIES);
        named(placed, open.position(), open.untried(), THERAPIES);
        named(placed, open.position(), open.insteadOf().stream().toList(), THERAPIES);
        placed.at(open.position()).names(statements, open.sources(), diagnostics);
        placed.at(open.position()).names(grades, open.grades(), diagnostics);
        boolean instead = open.insteadOf().isPresent();
        boolean told = open.remember().isPresent()
                && open.because().isPresent()
                && !open.untried().isEmpty();
        if (instead == told) {
            fail(placed, open.position(), "what is still open says untried, remember and because, or else instead-of");
        }
    }

    private void named(Placed<LadderRow> placed, String field, Collection<String> codes, Set<Kind> kinds) {
        named(placed, placed.value().placeOf(field), codes, kinds);
    }

    private void named(Placed<LadderRow> placed, Position position, Collection<String> codes, Set<Kind> kinds) {
        for (String code : codes) {
            if (vocabulary.concept(code).isEmpty()) {
                diagnostics.add(
                        placed.file(),
                        position,
                        LintCode.UNKNOWN_CONCEPT,
                        "there is no concept " + code + Suggestion.didYouMean(code, codesOf(kinds)));
            } else if (!kinds.contains(vocabulary.concept(code).orElseThrow().kind())) {
                diagnostics.add(
                        placed.file(),
                        position,
                        LintCode.WRONG_KIND,
                        code + " is a "
                                + vocabulary.concept(code).orElseThrow().kind().word() + "; here stands a "
                                + kinds.stream().map(Kind::word).collect(Collectors.joining(" or ")));
            }
        }
    }

    private List<String> codesOf(Set<Kind> kinds) {
        return vocabulary.concepts().stream()
                .filter(concept -> kinds.contains(concept.kind()))
                .map(Concept::code)
                .toList();
    }

    private void fail(Placed<LadderRow> placed, String field, String message) {
        fail(placed, placed.value().placeOf(field), message);
    }

    private void fail(Placed<LadderRow> placed, Position position, String message) {
        placed.at(position).fail(LintCode.DATA_FILE, message, diagnostics);
    }
}
