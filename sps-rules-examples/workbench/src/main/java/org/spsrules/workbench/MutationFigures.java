package org.spsrules.workbench;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.spsrules.authoring.proof.Mutation;
import org.spsrules.authoring.proof.Mutation.Outcome;
import org.spsrules.authoring.proof.Mutation.Tried;
import org.spsrules.internal.knowledge.Knowledge;

/** Writes in Markdown how many faults of which kind, and in which folder, were noticed by whom. */
final class MutationFigures {

    private MutationFigures() {}

    static String of(Mutation mutation, Knowledge knowledge) {
        return """
                # Which faults would be noticed

                Written by `./sps mutate --figures FILE`. Not a medical device, and not clinically reviewed.

                Knowledge base %s, %s: %s %% of %d faults are noticed, those that change nothing left out.

                %s
                %s""".formatted(
                        knowledge.version(),
                        knowledge.contentHash(),
                        mutation.score(),
                        mutation.faults().size(),
                        table("A fault", mutation, Tried::fault),
                        table("Where it is", mutation, MutationFigures::folder));
    }

    /** The folder of rules, or the file of rows. */
    private static String folder(Tried tried) {
        String[] parts = tried.file().split("/");
        return parts[0] + "/" + parts[1];
    }

    private static String table(String first, Mutation mutation, Function<Tried, String> kind) {
        Map<String, List<Tried>> kinds =
                mutation.faults().stream().collect(Collectors.groupingBy(kind, TreeMap::new, Collectors.toList()));
        return "| " + first + " | tried | "
                + Arrays.stream(Outcome.values()).map(Outcome::words).collect(Collectors.joining(" | "))
                + " |\n|---|" + "---|".repeat(Outcome.values().length + 1) + "\n"
                + kinds.entrySet().stream()
                        .map(entry ->
                                "| " + entry.getKey() + " | " + entry.getValue().size() + " | "
                                        + counts(new Mutation(entry.getValue()).counts()) + " |\n")
                        .collect(Collectors.joining());
    }

    private static String counts(Map<Outcome, Long> counts) {
        return Arrays.stream(Outcome.values())
                .map(outcome -> String.valueOf(counts.getOrDefault(outcome, 0L)))
                .collect(Collectors.joining(" | "));
    }
}
