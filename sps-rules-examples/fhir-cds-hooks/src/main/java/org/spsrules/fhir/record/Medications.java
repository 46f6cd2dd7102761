package org.spsrules.fhir.record;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;
import org.spsrules.PartialDate;
import org.spsrules.PatientCase.Plan;
import org.spsrules.PatientCase.Treatment.Indication;
import org.spsrules.vocabulary.Concept;
import org.spsrules.vocabulary.OtherTerm;

/** What orders, statements, administrations and dispenses have in common: a drug, a dose, a reason. */
final class Medications {

    private final Context context;
    private final Products products;

    Medications(Context context) {
        this.context = context;
        this.products = new Products(context);
    }

    /**
     * A drug and how it is taken.
     *
     * @param product which drug
     * @param dose how much of it in a day
     */
    record Use(Products.Product product, DailyDose dose) {}

    Use use(Type medication, List<Dosage> instructions, DomainResource from) {
        return use(medication, instructions, SaidRoutes.of(instructions), from);
    }

    /** The same where the route is said beside the instructions. */
    Use use(Type medication, List<Dosage> instructions, SaidRoutes routes, DomainResource from) {
        Products.Product product = products.of(medication, routes, from);
        List<Dosage> inForce = instructions.stream().filter(this::isInForce).toList();
        if (inForce.isEmpty() || inForce.size() == instructions.size()) {
            return new Use(product, DailyDose.of(instructions, product.strength()));
        }
        context.unused(
                References.of(from),
                product.name() + ", dose",
                "one of its instructions is of another time, so it was not added to those of today");
        return new Use(product, DailyDose.of(inForce, product.strength()));
    }

    /** Whether an instruction is of the day of the case, as far as it says. */
    private boolean isInForce(Dosage instruction) {
        LocalDate asOf = context.draft().asOf();
        List<Dosage> alone = List.of(instruction);
        return Endings.lastDay(alone).filter(asOf::isAfter).isEmpty()
                && start(alone).filter(asOf::isBefore).isEmpty();
    }

    /** Adds treatments to the case, one for each therapy that the product holds. */
    List<TreatmentEntry> add(Use use, boolean current, DomainResource from) {
        String reference = References.of(from);
        remark(use, reference);
        List<TreatmentEntry> added = new ArrayList<>();
        for (String therapy : use.product().therapies()) {
            TreatmentEntry entry = new TreatmentEntry(therapy, current, from.fhirType(), reference);
            if (use.product().therapies().size() == 1) {
                entry.dose = use.dose().dose();
            }
            entry.schedule = use.dose().schedule();
            context.draft().treatments.add(entry);
            added.add(entry);
        }
        return added;
    }

    private void remark(Use use, String reference) {
        use.product()
                .remark()
                .ifPresent(remark -> context.unused(reference, use.product().name(), remark));
        use.dose()
                .remarks()
                .forEach(remark -> context.unused(reference, use.product().name() + ", dose", remark));
    }

    /**
     * Adds plans to begin or to end what the product holds. What ends is also what the order of the same id on record holds,
     * however little the draft says.
     */
    void plan(boolean start, Use use, Plan.RequestedBy requestedBy, DomainResource from) {
        String reference = References.of(from);
        Set<String> therapies = new LinkedHashSet<>();
        use.product().therapies().forEach(therapy -> therapies.add(asInUse(therapy)));
        List<String> onRecord = start || !from.getIdElement().hasIdPart() ? List.of() : endedBy(reference);
        if (onRecord.isEmpty() || use.product().isNamed()) {
            remark(use, reference);
        }
        if (!onRecord.isEmpty()) {
            therapies.removeIf(OtherTerm::is);
            therapies.addAll(onRecord);
        }
        for (String therapy : therapies) {
            Plans.Order order = new Plans.Order(therapy, use.dose().dose(), requestedBy, reference);
            if (start) {
                context.draft().plans.start(order);
            } else {
                context.draft().plans.stop(order);
            }
        }
    }

    /** What a name that leaves the route open means beside what is in use. */
    private String asInUse(String therapy) {
        Set<String> inUse = context.draft()
                .treatments
                .current()
                .map(entry -> RouteFamily.narrower(therapy, entry.therapy))
                .filter(found -> !found.equals(therapy))
                .collect(Collectors.toSet());
        return inUse.size() == 1 ? inUse.iterator().next() : therapy;
    }

    /**
     * What the order of this id on record holds, which is about to end. Where the record has been faster and says that it is
     * over, but not since when, it has just ended.
     */
    private List<String> endedBy(String reference) {
        List<TreatmentEntry> ended = context.draft().treatments.allFrom(reference).stream()
                .filter(entry -> entry.current || entry.stopped.isEmpty())
                .toList();
        ended.stream()
                .filter(entry -> !entry.current)
                .forEach(entry -> entry.stopped =
                        Optional.of(PartialDate.of(context.draft().asOf())));
        return ended.stream().map(entry -> entry.therapy).toList();
    }

    /** Whether an order ends something: by its id or by its product, what is in use or has ended without a day. */
    boolean ends(Use use, DomainResource order) {
        boolean byId = order.getIdElement().hasIdPart()
                && context.draft().treatments.allFrom(References.of(order)).stream()
                        .anyMatch(entry -> entry.current || entry.stopped.isEmpty());
        return byId
                || context.draft()
                        .treatments
                        .current()
                        .anyMatch(entry -> use.product().therapies().stream()
                                .anyMatch(therapy -> RouteFamily.canBeOne(therapy, entry.therapy)));
    }

    /** Lists it as not used. */
    void unused(Use use, DomainResource from, String why) {
        context.unused(References.of(from), use.product().name(), why);
    }

    /** What it is given for: SPS, a disease that is known to be another one, or not known. */
    Indication indication(List<CodeableConcept> codes, List<Reference> references, DomainResource from) {
        List<CodeableConcept> reasons = new ArrayList<>(codes);
        references.stream()
                .flatMap(reference -> context.references().find(reference, from).stream())
                .filter(Condition.class::isInstance)
                .map(condition -> ((Condition) condition).getCode())
                .forEach(reasons::add);
        List<Concept> known = reasons.stream()
                .flatMap(reason ->
                        context.terms().find(reason, EnumSet.of(Concept.Kind.VARIANT, Concept.Kind.CONDITION)).stream())
                .toList();
        if (known.stream().anyMatch(reason -> reason.kind() == Concept.Kind.VARIANT)) {
            return Indication.SPS;
        }
        return !known.isEmpty() && known.size() >= reasons.size() ? Indication.ANOTHER_DISEASE : Indication.UNKNOWN;
    }

    /** The first day on which instructions say to take it. */
    static Optional<LocalDate> start(List<Dosage> instructions) {
        return instructions.stream()
                .map(dosage -> dosage.getTiming().getRepeat().getBounds())
                .filter(Period.class::isInstance)
                .flatMap(bounds -> Context.day(((Period) bounds).getStartElement()).stream())
                .min(LocalDate::compareTo);
    }
}
