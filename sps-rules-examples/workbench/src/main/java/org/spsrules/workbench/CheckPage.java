package org.spsrules.workbench;

import org.spsrules.authoring.verify.Verified;

/** Writes what a check found as text: a line for each thing to mend, with the case that shows it, and the sum. */
final class CheckPage {

    private final OpenKnowledge opened;
    private final Look look;
    private final StringBuilder text = new StringBuilder();

    CheckPage(OpenKnowledge opened, Look look) {
        this.opened = opened;
        this.look = look;
    }

    String of(Verified verified) {
        for (Verified.Proof proof : verified.invariants()) {
            line(proof.file(), proof.line(), proof.column(), words(proof.outcome()) + ": " + proof.says());
            proof.counterexample()
                    .ifPresent(found -> text.append(look.alphabet().spell("    case: " + found))
                            .append('\n'));
        }
        verified.dead().forEach(rule -> rule("error", rule));
        verified.echoes().forEach(rule -> rule("note", rule));
        verified.unseen()
                .forEach(rule -> text.append(rule.rule() + " is not seen: there is no formula for " + rule.question())
                        .append('\n'));
        long proven = verified.invariants().stream()
                .filter(proof -> proof.outcome() == Verified.Outcome.PROVEN)
                .count();
        text.append(proven + " of " + verified.invariants().size() + " invariants proven; of " + verified.rules()
                        + " rules, " + verified.dead().size() + " never apply and "
                        + verified.unseen().size() + " were not seen")
                .append('\n');
        return text.toString();
    }

    private static String words(Verified.Outcome outcome) {
        return switch (outcome) {
            case PROVEN -> "proven";
            case EMPTY -> "error: there is no case of which this speaks";
            case NOT_SEEN ->
                "error: not proven, because a rule that may say it is not seen, or it asks what has no formula";
            case BROKEN -> "error: this case breaks it";
            case IN_DOUBT -> "error: in doubt, because the engines do not say of this case what the model says";
        };
    }

    private void rule(String severity, Verified.Idle rule) {
        line(rule.file(), rule.line(), rule.column(), severity + ": " + rule.why());
    }

    private void line(String file, int line, int column, String message) {
        text.append(look.alphabet().spell(opened.shown(file) + ":" + line + ":" + column + ": " + message))
                .append('\n');
    }
}
