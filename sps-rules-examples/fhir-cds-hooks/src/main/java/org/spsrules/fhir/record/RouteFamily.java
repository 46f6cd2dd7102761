package org.spsrules.fhir.record;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.spsrules.Dose;

/**
 * A substance of which the route makes different drugs.
 *
 * @param anyRoute the class of all of them, which is what a record says that leaves the route open
 * @param byRoute which drug it is by which route
 * @param said the drugs of it that no name means without saying their route
 * @param muchIsOral from how much a day on only the mouth takes it; empty if a dose says nothing of the route
 */
record RouteFamily(String anyRoute, Map<Route, String> byRoute, Set<String> said, Optional<Dose> muchIsOral) {

    private static final String ORAL_BACLOFEN = "oral-baclofen";
    private static final String INTRATHECAL_BACLOFEN = "intrathecal-baclofen";

    private static final List<RouteFamily> ALL = List.of(
            new RouteFamily(
                    "baclofen-any-route",
                    Map.of(
                            Route.ORAL,
                            ORAL_BACLOFEN,
                            Route.INTRATHECAL,
                            INTRATHECAL_BACLOFEN,
                            Route.INJECTED,
                            INTRATHECAL_BACLOFEN),
                    Set.of(INTRATHECAL_BACLOFEN),
                    // Six times as much as the most that the knowledge base has on record for a pump.
                    Optional.of(Dose.parse("5 mg/day"))),
            new RouteFamily(
                    "immunoglobulin",
                    Map.of(Route.INTRAVENOUS, "ivig", Route.SUBCUTANEOUS, "scig"),
                    Set.of("ivig", "scig"),
                    Optional.empty()));

    /** The family of a drug. */
    static Optional<RouteFamily> of(String therapy) {
        return ALL.stream()
                .filter(family -> family.anyRoute.equals(therapy) || family.byRoute.containsValue(therapy))
                .findFirst();
    }

    private boolean isOnlyOral(Optional<Dose> dose) {
        return dose.isPresent()
                && muchIsOral
                        .filter(least -> dose.get().unit().comparableWith(least.unit()))
                        .filter(least -> dose.get().compareTo(least) >= 0)
                        .isPresent();
    }

    /** Whether two names can be of one drug: they are the same, or one of them leaves the route open. */
    static boolean canBeOne(String one, String other) {
        return one.equals(other)
                || of(one).filter(family -> family.isOpen(one, other) || family.isOpen(other, one))
                        .isPresent();
    }

    private boolean isOpen(String open, String drug) {
        return anyRoute.equals(open) && byRoute.containsValue(drug);
    }

    /** Of two names of one drug the one that says its route. */
    static String narrower(String one, String other) {
        return of(one).filter(family -> family.isOpen(one, other)).isPresent() ? other : one;
    }

    /**
     * A drug of the family.
     *
     * @param therapy the drug, or the class if it cannot be told
     * @param remark why it cannot be told, or what but the route told it
     */
    record Choice(String therapy, Optional<String> remark) {}

    /**
     * Which drug of the family a record means, by the route, or by a dose that leaves only one.
     *
     * @param therapy what the name alone was read as
     * @param isCoded whether that was a code, which stands for one drug
     * @param routes the routes that are named, by the product or by the instructions
     * @param instructions what is said about the route and not understood, and how much is given
     */
    Choice choose(String therapy, boolean isCoded, Set<Route> routes, SaidRoutes instructions) {
        Set<String> unread = instructions.unread();
        Set<Route> all = EnumSet.noneOf(Route.class);
        all.addAll(routes);
        if (!byRoute.containsKey(Route.INJECTED)) {
            all.remove(Route.INJECTED);
        }
        boolean isStated = isCoded || said.contains(therapy);
        byRoute.forEach((route, drug) -> {
            if (isStated && drug.equals(therapy) && route != Route.INJECTED) {
                all.add(route);
            }
        });
        Set<String> drugs =
                all.stream().map(route -> byRoute.getOrDefault(route, anyRoute)).collect(Collectors.toSet());
        String one = drugs.stream().findFirst().orElse(anyRoute);
        if (drugs.size() == 1 && !one.equals(anyRoute) && unread.isEmpty()) {
            return new Choice(one, Optional.empty());
        }
        if (all.isEmpty() && unread.isEmpty() && isOnlyOral(instructions.dose())) {
            return new Choice(
                    byRoute.getOrDefault(Route.ORAL, anyRoute),
                    Optional.of("its route is not stated; so much of it a day is only given by mouth"));
        }
        String why;
        if (!unread.isEmpty()) {
            why = "its route is said to be " + String.join(", ", unread) + ", which is not understood";
        } else if (drugs.size() > 1) {
            why = "it is said to be " + Route.names(all) + ", which contradicts itself";
        } else if (all.isEmpty()) {
            why = "its route is not stated";
        } else {
            why = "it is said to be " + Route.names(all) + ", which it is not given as";
        }
        return new Choice(
                anyRoute,
                Optional.of(why + "; it was read as by any route; state dosage.route as "
                        + byRoute.entrySet().stream()
                                .filter(entry -> entry.getKey() != Route.INJECTED)
                                .map(entry -> Route.names(EnumSet.of(entry.getKey())))
                                .sorted()
                                .collect(Collectors.joining(" or "))));
    }
}
