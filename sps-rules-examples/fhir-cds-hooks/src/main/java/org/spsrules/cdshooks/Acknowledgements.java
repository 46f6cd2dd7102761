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

    private record Shown(String caller, String patient, List<String> alerts) {}

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
    synchronized void shown(String card, String caller, String patient, List<String> alerts) {
        cards.put(card, new Shown(caller, patient, alerts));
    }

    /** Takes note that a caller's card was overridden; one that is not known, or no longer, is passed over. */
    synchronized void override(String card, String caller) {
        Shown shown = cards.get(card);
        if (shown != null && shown.caller().equals(caller)) {
            Map<String, Instant> alerts = overridden.computeIfAbsent(shown.patient(), first -> new HashMap<>());
            shown.alerts().forEach(alert -> alerts.put(alert, clock.instant()));
        }
    }

    /** The keys of the alerts that have been overridden for a patient within the last day. */
    synchronized Set<String> of(String patient) {
        Instant since = clock.instant().minus(LASTING);
        Map<String, Instant> alerts =
                Optional.ofNullable(overridden.get(patient)).orElse(Map.of());
        Set<String> recent = new HashSet<>();
        alerts.forEach((alert, when) -> {
            if (when.isAfter(since)) {
                recent.add(alert);
            }
        });
        return recent;
    }
}
