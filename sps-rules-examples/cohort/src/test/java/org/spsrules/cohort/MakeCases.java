package org.spsrules.cohort;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.spsrules.SpsRules;

/** Writes a file of generated cases, to measure with. */
final class MakeCases {

    /** Making a case takes as long as evaluating it, so after these they come again, under other ids. */
    private static final int DIFFERENT = 10_000;

    private MakeCases() {}

    /** Arguments: how many cases, and the file. */
    public static void main(String[] arguments) throws IOException {
        int cases = Integer.parseInt(arguments[0]);
        try (SpsRules rules = SpsRules.load();
                BufferedWriter file = Files.newBufferedWriter(Path.of(arguments[1]))) {
            List<String> different = new CaseLines(rules)
                    .generated()
                    .limit(Math.min(DIFFERENT, cases))
                    .toList();
            for (int i = 0; i < cases; i++) {
                file.write(CaseLines.named("p-" + i, different.get(i % different.size())));
                file.write('\n');
            }
        }
    }
}
