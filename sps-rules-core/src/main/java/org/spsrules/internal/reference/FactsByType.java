package org.spsrules.internal.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.spsrules.internal.fact.FactModel;
import org.spsrules.internal.fact.Finding;
import org.spsrules.internal.reference.ReferenceEvaluator.Wanted;
import org.spsrules.internal.rule.Pattern;

/** Facts, sorted by what they are. Immutable and safe for use by several threads. */
public final class FactsByType {

    private final Map<String, List<Object>> byType = new HashMap<>();
    private final Map<String, List<Object>> findings = new HashMap<>();

    /** These facts; those of one type keep their order. */
    public FactsByType(List<Object> facts) {
        for (Object fact : facts) {
            List<Object> alike = fact instanceof Finding finding
                    ? findings.computeIfAbsent(finding.name(), name -> new ArrayList<>())
                    : byType.computeIfAbsent(FactModel.instance().nameOf(fact), type -> new ArrayList<>());
            alike.add(fact);
        }
    }

    /** The facts of a type other than findings. */
    List<Object> of(String type) {
        return byType.getOrDefault(type, List.of());
    }

    /** The facts that a pattern can be held against. */
    List<Object> candidates(Pattern pattern, Map<String, Object> variables) {
        return Wanted.isAFinding(pattern)
                ? findings.getOrDefault(Wanted.by(pattern, variables).name(), List.of())
                : of(pattern.factType());
    }
}
