package org.spsrules.internal.shape;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Every aspect of every type of fact: those that fields of the case feed, and those of facts that are derived. */
public final class Aspects {

    /** A therapy that is declined, judged unsuitable or cannot be had. */
    public static final Aspect OPTION = Aspect.of("Option", "therapy declined unavailable unsuitable", "isA");

    /** A contraindication that the case brings about. */
    public static final Aspect CONTRAINDICATION = Aspect.of("Contraindication", "therapy condition level", "");

    /** An interaction that the case brings about. */
    public static final Aspect INTERACTION = Aspect.of("Interaction", "therapy other level bothTaken planned", "");

    /** A finding of a rule. */
    public static final Aspect FINDING = Aspect.of("Finding", "name of", "");

    private static final Set<Aspect> ALL = all();

    /** Asked over and over while a change is looked for. */
    private static final Map<String, Map<String, Set<Aspect>>> READ = new ConcurrentHashMap<>();

    private static final Map<String, Map<String, Set<Aspect>>> FEEDING = new ConcurrentHashMap<>();
    private static final Map<String, Set<Aspect>> BRINGING = new ConcurrentHashMap<>();

    private Aspects() {}

    private static Set<Aspect> all() {
        Set<Aspect> all = new LinkedHashSet<>();
        Stream.of(
                        List.of(CaseFields.CONDITIONS),
                        PersonFields.PART.fields(),
                        CaseFields.PART.fields(),
                        DiagnosisFields.PART.fields(),
                        CourseFields.PART.fields(),
                        TreatmentsFields.PART.fields(),
                        TestFields.PART.fields(),
                        TreatmentFields.PART.fields(),
                        PlanFields.PART.fields())
                .flatMap(List::stream)
                .forEach(field -> field.aspect().ifPresent(all::add));
        all.addAll(List.of(OPTION, CONTRAINDICATION, INTERACTION, FINDING));
        return Collections.unmodifiableSet(all);
    }

    /** All of them, in a fixed order. */
    public static List<Aspect> values() {
        return new ArrayList<>(ALL);
    }

    /** What some fields feed. */
    public static Set<Aspect> of(Field<?, ?>... fields) {
        Set<Aspect> fed = new LinkedHashSet<>();
        for (Field<?, ?> field : fields) {
            fed.add(field.aspect().orElseThrow());
        }
        return Collections.unmodifiableSet(fed);
    }

    /** What the answer to a question can depend on; everything of its fact type if nothing has been said about it. */
    public static Set<Aspect> readBy(String factType, String question) {
        return READ.computeIfAbsent(factType, unknown -> new ConcurrentHashMap<>())
                .computeIfAbsent(question, unknown -> find(factType, question));
    }

    /** What the answer to a question can depend on, also by way of other facts. */
    public static Set<Aspect> feeding(String factType, String question) {
        return FEEDING.computeIfAbsent(factType, unknown -> new ConcurrentHashMap<>())
                .computeIfAbsent(question, unknown -> {
                    Set<Aspect> feeding = new LinkedHashSet<>(readBy(factType, question));
                    ALL.stream()
                            .filter(aspect -> aspect.isFeeding(factType, question))
                            .forEach(feeding::add);
                    return Collections.unmodifiableSet(feeding);
                });
    }

    /** That with which facts of a type come and go; nothing if there is always one. */
    public static Set<Aspect> bringing(String factType) {
        return BRINGING.computeIfAbsent(factType, unknown -> {
            Set<Aspect> bringing = new LinkedHashSet<>();
            ALL.stream().filter(aspect -> aspect.isBringing(factType)).forEach(bringing::add);
            return Collections.unmodifiableSet(bringing);
        });
    }

    private static Set<Aspect> find(String factType, String question) {
        Set<Aspect> read = new LinkedHashSet<>();
        ALL.stream().filter(aspect -> aspect.isReadBy(factType, question)).forEach(read::add);
        if (read.isEmpty()) {
            ALL.stream().filter(aspect -> aspect.factType().equals(factType)).forEach(read::add);
        }
        return Collections.unmodifiableSet(read);
    }
}
