package org.spsrules.pages.ladder;

import java.util.Optional;
import org.spsrules.Line;
import org.spsrules.Report.Standing;
import org.spsrules.internal.knowledge.LadderStep;

/**
 * What a picture is marked with.
 *
 * @param page the page to which the steps lead, if they lead anywhere
 * @param standing where the patient stands, if it is about one
 */
record Marks(Optional<String> page, Optional<Standing> standing) {

    Optional<String> href(LadderStep step) {
        return page.map(address -> address + "#" + step.code());
    }

    boolean isHere(LadderStep step) {
        return standing.filter(here -> here.line() == step.line())
                .flatMap(Standing::step)
                .filter(step.step()::equals)
                .isPresent();
    }

    /** Whether something comes before any line. */
    boolean isBeforeTheLadder() {
        return standing.filter(here -> here.line() == Line.NONE).isPresent();
    }
}
