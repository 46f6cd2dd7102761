package org.spsrules.cdshooks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** The lines of a decision record. */
final class RecordedLines {

    private RecordedLines() {}

    /**
     * A line.
     *
     * @param number its number in the file
     * @param time when it was written
     * @param occasion what was called
     * @param asOf the day to which the case refers
     * @param decision what the evaluation came to
     */
    record Recorded(int number, String time, String occasion, LocalDate asOf, Decision decision) {

        @Override
        public String toString() {
            return "line " + number + " (" + time + ", " + occasion + ")";
        }
    }

    /**
     * All lines.
     *
     * @throws RefusedException if one of them is none of a decision record
     */
    static List<Recorded> read(Path file) throws IOException {
        List<Recorded> found = new ArrayList<>();
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                int number = i + 1;
                found.add(read(number, lines.get(i))
                        .orElseThrow(() -> new RefusedException(
                                HttpStatus.BAD_REQUEST,
                                "line " + number
                                        + " is none of a decision record, or not whole; each holds one JSON object"
                                        + " as serve --record writes it.")));
            }
        }
        return found;
    }

    private static Optional<Recorded> read(int number, String text) {
        try {
            ObjectNode line = Json.object(text.getBytes(StandardCharsets.UTF_8));
            LocalDate asOf = LocalDate.parse(Json.string(line, "asOf"));
            return Decision.in(line)
                    .map(decision -> new Recorded(
                            number, Json.string(line, "time"), Json.string(line, "occasion"), asOf, decision));
        } catch (RefusedException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
