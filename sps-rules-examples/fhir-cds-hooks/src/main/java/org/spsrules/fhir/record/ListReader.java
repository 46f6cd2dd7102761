package org.spsrules.fhir.record;

import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.ListResource;
import org.hl7.fhir.r4.model.Reference;
import org.spsrules.Completeness;
import org.spsrules.PatientCaseBuilder;
import org.spsrules.vocabulary.CodeSystem;

/** Reads lists that are empty because nothing is known to be in them: such a list is complete (decision D-30). */
final class ListReader {

    private static final String LOINC = CodeSystem.LOINC.uri();
    private static final String EMPTY = "http://terminology.hl7.org/CodeSystem/list-empty-reason";

    private static final Map<String, Part> BY_CODE = Map.of(
            "11450-4", new Part("conditions.list", PatientCaseBuilder::conditionList),
            "48765-2", new Part("allergies.list", PatientCaseBuilder::allergyList),
            "10160-0", new Part("treatments.medication", PatientCaseBuilder::medicationList));

    private final Context context;

    ListReader(Context context) {
        this.context = context;
    }

    /** A list of the case. */
    private record Part(String field, BiConsumer<PatientCaseBuilder, Completeness> setter) {}

    void read(ListResource list) {
        String reference = References.of(list);
        String name = Terms.name(list.getCode());
        if (list.getStatus() != ListResource.ListStatus.CURRENT) {
            context.unused(reference, name, "it is not current");
            return;
        }
        Optional<Part> part = part(list.getCode());
        list.getEntry().forEach(entry -> notSent(entry.getItem(), list));
        if (part.isEmpty() || list.hasEntry()) {
            context.unused(
                    reference,
                    name,
                    "that a list has entries does not say that it is complete; its entries are read if they were sent");
        } else if (Terms.has(list.getEmptyReason(), EMPTY, "nilknown")) {
            context.draft()
                    .state(
                            part.get().field(),
                            reference,
                            builder -> part.get().setter().accept(builder, Completeness.COMPLETE));
        } else {
            context.unused(
                    reference,
                    name,
                    "it is empty, but not because nothing is known to be in it (nilknown), so nothing follows");
        }
    }

    /** An entry is read by itself, so one that is only shown or contained in the list is lost unless it is said. */
    private void notSent(Reference item, ListResource list) {
        Optional<String> target = Optional.ofNullable(item.getReference());
        boolean sent = target.filter(address -> !address.startsWith("#")).isPresent()
                && context.references().find(item, list).isPresent();
        if (!sent) {
            String contained = context.references()
                    .find(item, list)
                    .map(References::shown)
                    .or(() -> target)
                    .orElse("an entry of a list");
            context.unused(
                    References.of(list),
                    Optional.ofNullable(item.getDisplay()).orElse(contained),
                    "it is only named or contained in a list, so it is not read; send its resource by itself");
        }
    }

    private static Optional<Part> part(CodeableConcept code) {
        return BY_CODE.entrySet().stream()
                .filter(entry -> Terms.has(code, LOINC, entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
