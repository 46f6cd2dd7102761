package org.spsrules.cdshooks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which alerts a clinician has overridden, so that they do not interrupt again. Kept in memory only, for a day, and for patients
 * who are known by a digest. Safe for use by several threads.
 */
final class Acknowledgements {

    private static final int MOST = 10_000;
    private static final Duration LASTING = Duration.ofDays(1);

    private final Clock clock;
    private final Map<String, Shown> cards = bounded();
    private final Map<String, Map<String, Instant>> overridden = bounded();

    Acknowledgements(Clock clock) {
        this.clock = clock;
    }

    private record Shown(String patient, List<String> rules) {}

    private static <V> Map<String, V> bounded() {
        return new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > MOST;
            }
        };
    }

    /** Remembers which alerts a card shows. */
    synchronized void shown(String card, String patient, List<String> rules) {
        cards.put(card, new Shown(patient, rules));
    }

    /** Takes note that a card was overridden; one that is not known, or no longer, is passed over. */
    synchronized void override(String card) {
        Shown shown = cards.get(card);
        if (shown != null) {
            Map<String, Instant> rules = overridden.computeIfAbsent(shown.patient(), first -> new HashMap<>());
            shown.rules().forEach(rule -> rules.put(rule, clock.instant()));
        }
    }

    /** The rules whose alerts have been overridden for a patient within the last day. */
    synchronized Set<String> of(String patient) {
        Instant since = clock.instant().minus(LASTING);
        Map<String, Instant> rules =
                Optional.ofNullable(overridden.get(patient)).orElse(Map.of());
        Set<String> recent = new HashSet<>();
        rules.forEach((rule, when) -> {
            if (when.isAfter(since)) {
                recent.add(rule);
            }
        });
        return recent;
    }
}
