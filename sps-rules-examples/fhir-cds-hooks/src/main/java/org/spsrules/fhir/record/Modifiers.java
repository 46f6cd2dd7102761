package org.spsrules.fhir.record;

import java.util.Optional;
import org.hl7.fhir.r4.model.BackboneElement;
import org.hl7.fhir.r4.model.BackboneType;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Resource;

/** What can turn a resource into its opposite, and of which FHIR asks that whoever does not understand it leaves it alone. */
final class Modifiers {

    private Modifiers() {}

    /** Why a resource must not be read; empty if nothing in it modifies what it says. */
    static Optional<String> in(Resource resource) {
        if (resource.hasImplicitRules()) {
            return Optional.of("it has implicitRules, which are not known here, so it was not read");
        }
        return isModified(resource)
                ? Optional.of("it has a modifierExtension, which is not understood and can turn what it says into its"
                        + " opposite, so it was not read")
                : Optional.empty();
    }

    private static boolean isModified(Base element) {
        boolean here = element instanceof DomainResource resource && resource.hasModifierExtension()
                || element instanceof BackboneElement part && part.hasModifierExtension()
                || element instanceof BackboneType part && part.hasModifierExtension();
        return here
                || element.children().stream()
                        .map(Property::getValues)
                        .anyMatch(values -> values.stream().anyMatch(Modifiers::isModified));
    }
}
