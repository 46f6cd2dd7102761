package org.spsrules.authoring.invariant;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.spsrules.Report.Alert;

/** The signs of danger that are answered whatever the diagnosis and whatever the cause (D-57). */
final class DangerSigns {

    private static final List<String> STIFFNESS = List.of("rigidity", "spasm");

    private static final Map<String, Predicate<Outcome>> SIGNS = Map.of(
            "altered-mental-state", outcome -> true,
            "rhabdomyolysis", outcome -> true,
            "autonomic-instability", outcome -> true,
            "respiratory-emergency-sign", outcome -> true,
            "breathing-worse", outcome -> true,
            "life-threatening-toxicity", outcome -> true,
            "adrenal-crisis", outcome -> true,
            "suicidality", outcome -> true,
            "seizure", outcome -> outcome.isAnyPresent(STIFFNESS),
            "high-creatine-kinase", outcome -> outcome.isAnyPresent(STIFFNESS));

    /** What an alert may rest on that answers a sign of danger: the signs themselves, and the emergencies behind them. */
    private static final Set<String> ANSWERS = Set.of("D-57", "D-61", "D-22", "D-21", "D-47", "S-RESP", "D-43");

    private DangerSigns() {}

    static Stream<String> unanswered(Outcome outcome) {
        boolean answered = outcome.report()
                .everyAlert()
                .filter(alert -> alert.level() == Alert.Level.CRITICAL)
                .anyMatch(alert -> ANSWERS.stream().anyMatch(statement -> Said.cites(alert.basis(), statement)));
        return answered
                ? Stream.empty()
                : SIGNS.entrySet().stream()
                        .filter(sign -> outcome.isPresent(sign.getKey())
                                && sign.getValue().test(outcome))
                        .map(sign -> "no critical alert answers " + sign.getKey())
                        .sorted();
    }
}
