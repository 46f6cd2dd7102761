package org.spsrules.fhir.record;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.spsrules.Dose;
import org.spsrules.PatientCase.Plan;
import org.spsrules.vocabulary.Vocabulary;

/** What is planned while a record is read, and what it means beside what is in use. Not thread-safe. */
final class Plans {

    private final Treatments treatments;
    private final Leftovers leftovers;
    private final Vocabulary vocabulary;
    private final List<Order> startsOnRecord = new ArrayList<>();
    private final List<Order> startsProposed = new ArrayList<>();
    private final List<Order> stops = new ArrayList<>();
    private final Map<Plan, Set<String>> stated = new LinkedHashMap<>();
    private final Set<Plan> decided = new HashSet<>();
    private boolean recordIsRead;

    /**
     * An order that has not been carried out.
     *
     * @param therapy what is ordered, or ended
     * @param dose the dose of a day
     * @param requestedBy who wants it
     * @param reference the resource that says so
     */
    record Order(String therapy, Optional<String> dose, Plan.RequestedBy requestedBy, String reference) {}

    Plans(Treatments treatments, Leftovers leftovers, Vocabulary vocabulary) {
        this.treatments = treatments;
        this.leftovers = leftovers;
        this.vocabulary = vocabulary;
    }

    /** What is planned from now on is not on record, but about to be. */
    void recordIsRead() {
        recordIsRead = true;
    }

    /** Something that is to begin, or to go on at another dose. */
    void start(Order order) {
        (recordIsRead ? startsProposed : startsOnRecord).add(order);
    }

    /** Something that is to end. */
    void stop(Order order) {
        stops.add(order);
    }

    /** A plan as a clinician states it. */
    void state(Plan plan, String reference) {
        stated.computeIfAbsent(plan, any -> new LinkedHashSet<>()).add(reference);
    }

    /**
     * A plan as a clinician states it on the day of the case: it says how the same plan of an order is meant. An answer of
     * another day was given to another order.
     */
    void decide(Plan plan, String reference) {
        decided.add(plan);
        state(plan, reference);
    }

    /** A plan as an order states it, which says neither how nor why. */
    private void order(Plan.Action action, Order order) {
        boolean isDecided = decided.stream()
                .anyMatch(plan -> plan.action() == action
                        && plan.therapy().filter(order.therapy()::equals).isPresent());
        if (!isDecided) {
            state(
                    new Plan(action, Optional.of(order.therapy()), Plan.Manner.UNKNOWN, order.requestedBy()),
                    order.reference());
        }
    }

    /**
     * All of them, each once. Only a start that is proposed together with a stop goes on with the drug: what was planned
     * before, and perhaps forgotten, does not.
     */
    List<Plan> settled(Sources sources) {
        List<Order> ends =
                stops.stream().filter(stop -> !isAmong(startsProposed, stop)).toList();
        startsProposed.forEach(order -> begin(order, isAmong(stops, order)));
        for (Order order : startsOnRecord) {
            if (isAmong(ends, order)) {
                leftovers.add(
                        order.reference(),
                        vocabulary.nameOf(order.therapy()),
                        "it is planned, but it is also to end, which was used");
            } else {
                begin(order, isAmong(stops, order));
            }
        }
        ends.forEach(order -> order(Plan.Action.STOP, order));
        stated.forEach((plan, references) -> references.forEach(reference -> sources.add(
                "plans: " + plan.action()
                        + plan.therapy().map(therapy -> " " + therapy).orElse(""),
                reference)));
        return List.copyOf(stated.keySet());
    }

    private static boolean isAmong(List<Order> orders, Order one) {
        return orders.stream().anyMatch(other -> other.therapy().equals(one.therapy()));
    }

    private void begin(Order order, boolean goesOn) {
        List<TreatmentEntry> inUse = treatments
                .current()
                .filter(entry -> entry.therapy.equals(order.therapy()))
                .toList();
        if (inUse.isEmpty() && !goesOn) {
            order(Plan.Action.START, order);
        } else {
            change(order, inUse);
        }
    }

    /** An order for what is in use: a lower dose is a reduction, and all else goes on as it is. */
    private void change(Order order, List<TreatmentEntry> inUse) {
        Optional<Dose> now = inUse.stream()
                .map(entry -> entry.dose)
                .flatMap(Optional::stream)
                .map(Dose::read)
                .max(Plans::compare);
        Optional<Dose> then = order.dose().map(Dose::read);
        String name = vocabulary.nameOf(order.therapy());
        if (now.isPresent() && then.isPresent() && comparable(now.get(), then.get())) {
            if (then.get().compareTo(now.get()) < 0) {
                order(Plan.Action.REDUCE, order);
            } else {
                leftovers.add(
                        order.reference(),
                        name + " " + then.get(),
                        "it is in use at " + now.get()
                                + "; an order that does not lower the dose is no plan of a case");
            }
        } else {
            leftovers.add(
                    order.reference(),
                    name,
                    "it is in use, and one of the two doses is not known; state a plan to reduce it if it is one");
        }
    }

    private static boolean comparable(Dose one, Dose other) {
        return one.unit().comparableWith(other.unit());
    }

    private static int compare(Dose one, Dose other) {
        return comparable(one, other) ? one.compareTo(other) : 0;
    }
}
