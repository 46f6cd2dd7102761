package org.spsrules.workbench;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.spsrules.authoring.proof.Mutation;
import org.spsrules.authoring.proof.Mutation.Outcome;
import org.spsrules.authoring.proof.Mutation.Tried;

/** Writes what became of faults as text: each that nobody notices, and the sum. */
final class MutationPage {

    private final OpenKnowledge opened;
    private final Look look;
    private final StringBuilder text = new StringBuilder();

    MutationPage(OpenKnowledge opened, Look look) {
        this.opened = opened;
        this.look = look;
    }

    String of(Mutation mutation) {
        mutation.survivors().forEach(this::survivor);
        text.append(String.format(
                Locale.ROOT,
                "%s %% of %d faults noticed: %s%n",
                mutation.score(),
                mutation.faults().size(),
                Arrays.stream(Outcome.values())
                        .map(outcome -> mutation.counts().getOrDefault(outcome, 0L) + " by " + outcome.words())
                        .collect(Collectors.joining(", "))));
        return text.toString();
    }

    private void survivor(Tried tried) {
        line(opened.shown(tried.file()) + ":" + tried.line() + ":" + tried.column() + ": nobody notices "
                + tried.name());
        tried.scenario()
                .orElse("  no case was found that tells it from the rule")
                .lines()
                .forEach(this::line);
    }

    private void line(String line) {
        text.append(look.alphabet().spell(line)).append('\n');
    }
}
