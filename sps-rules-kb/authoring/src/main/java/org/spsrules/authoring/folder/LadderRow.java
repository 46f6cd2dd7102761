package org.spsrules.authoring.folder;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spsrules.Line;
import org.spsrules.Problem.Position;
import org.spsrules.internal.knowledge.LadderStep;

/**
 * A row of the ladder as it is written: the step, and what the rules about steps ask of it.
 *
 * @param step what a report shows of it
 * @param after the step that it comes after, if that is not the one above it
 * @param closedBy what has to be closed for the step to be closed
 * @param closedWithClass the class with which it is closed
 * @param failsWith the therapies of which each can fail it
 * @param passedBy the line that a patient has entered who has gone past it
 * @param skipped what is said if it is skipped
 * @param stillOpen what stays open of it
 * @param places where its fields stand, by their names
 */
record LadderRow(
        LadderStep step,
        Optional<String> after,
        List<String> closedBy,
        Optional<String> closedWithClass,
        List<String> failsWith,
        Optional<Line> passedBy,
        List<Skipped> skipped,
        List<StillOpen> stillOpen,
        Map<String, Position> places) {

    /**
     * What is said if a therapy is planned while an earlier step is open.
     *
     * @param before the therapy
     * @param called how a sentence calls it
     * @param because what comes before it
     * @param alsoFor a condition for which it may be meant as well
     * @param sources ids of the statements behind it
     * @param position where it stands
     */
    record Skipped(
            String before,
            String called,
            Optional<String> because,
            Optional<String> alsoFor,
            List<String> sources,
            Position position) {}

    /**
     * What stays open of a step that was left.
     *
     * @param about the therapy or class
     * @param untried what has not been tried then
     * @param insteadOf the therapy of the step that was tried instead
     * @param remember what is to be remembered
     * @param because why it is still open
     * @param sources ids of the statements behind it
     * @param grades codes of the evidence grades behind it
     * @param position where it stands
     */
    record StillOpen(
            String about,
            List<String> untried,
            Optional<String> insteadOf,
            Optional<String> remember,
            Optional<String> because,
            List<String> sources,
            List<String> grades,
            Position position) {}

    String code() {
        return step.code();
    }

    /** Whether anything closes it. */
    boolean canClose() {
        return !closedBy.isEmpty() || closedWithClass.isPresent() || !failsWith.isEmpty();
    }

    /** Where a field stands, or the row if it does not have it. */
    Position placeOf(String field) {
        return places.getOrDefault(field, places.getOrDefault("", new Position(1, 1)));
    }
}
