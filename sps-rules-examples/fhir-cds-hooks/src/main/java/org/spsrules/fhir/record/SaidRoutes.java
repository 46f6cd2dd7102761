package org.spsrules.fhir.record;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Range;
import org.spsrules.Dose;

/**
 * By which routes instructions say that a drug is given, in each of the places in which they can say it, and how much of it.
 *
 * @param routes the routes that are named
 * @param unread what is said about a route and not understood, or denied
 * @param dose of a day; empty if it cannot be told from the instructions alone
 */
record SaidRoutes(Set<Route> routes, Set<String> unread, Optional<Dose> dose) {

    static SaidRoutes of(List<Dosage> instructions) {
        Set<Route> routes = EnumSet.noneOf(Route.class);
        Set<String> unread = new TreeSet<>();
        for (Dosage instruction : instructions) {
            if (instruction.hasRoute()) {
                Set<Route> coded = routes(instruction.getRoute());
                routes.addAll(coded);
                if (coded.isEmpty()) {
                    unread.add(Terms.name(instruction.getRoute()));
                }
            }
            texts(instruction).forEach(text -> {
                Set<Route> named = Route.in(text);
                Set<Route> denied = Route.deniedIn(text);
                named.removeAll(denied);
                // What is put on the skin is said by the route; a text may speak of anything.
                named.remove(Route.LOCAL);
                routes.addAll(named);
                if (!denied.isEmpty()) {
                    unread.add("not " + Route.names(denied));
                }
            });
        }
        Optional<Dose> dose =
                DailyDose.of(instructions, Optional.empty()).dose().map(Dose::parse);
        return new SaidRoutes(routes, unread, dose);
    }

    private static Set<Route> routes(CodeableConcept route) {
        Set<Route> found = EnumSet.noneOf(Route.class);
        route.getCoding().forEach(coding -> found.addAll(Route.of(coding)));
        Optional.ofNullable(route.getText()).map(Route::named).ifPresent(found::addAll);
        return found;
    }

    private static Stream<String> texts(Dosage instruction) {
        Set<String> texts = new LinkedHashSet<>();
        Optional.ofNullable(instruction.getText()).ifPresent(texts::add);
        Optional.ofNullable(instruction.getPatientInstruction()).ifPresent(texts::add);
        Stream.concat(
                        Stream.of(instruction.getMethod(), instruction.getSite()),
                        instruction.getAdditionalInstruction().stream())
                .forEach(term -> {
                    Optional.ofNullable(term.getText()).ifPresent(texts::add);
                    term.getCoding().stream()
                            .map(Coding::getDisplay)
                            .filter(display -> display != null)
                            .forEach(texts::add);
                });
        instruction.getDoseAndRate().stream()
                .map(Dosage.DosageDoseAndRateComponent::getDose)
                .map(dose -> dose instanceof Range range ? range.getHigh() : dose)
                .filter(Quantity.class::isInstance)
                .map(dose -> ((Quantity) dose).getUnit())
                .filter(unit -> unit != null)
                .forEach(texts::add);
        return texts.stream();
    }
}
